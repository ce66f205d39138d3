import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveState } from '../../app/use-save-file.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** What came of saving a file; nothing when the person declined. */
export function SaveOutcome({ state }: { state: SaveState }): ReactNode {
  const { t } = useTranslation('tokenizer')
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} />
  return (
    <span role="status" className="quiet">
      {state.kind === 'saved' ? t('saved', { name: state.fileName }) : ''}
    </span>
  )
}
