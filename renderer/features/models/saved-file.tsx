import type { ReactNode } from 'react'
import type { SaveState } from '../../app/use-save-file.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useDetailWords } from './use-detail-words.ts'

/** What came of a file: its name, or why it could not be written. */
export function SavedFile({ state }: { state: SaveState }): ReactNode {
  const { t } = useDetailWords()
  return (
    <>
      <p className="quiet saved-file" role="status">
        {state.kind === 'saved' && t('modelDetails:exports.saved', { name: state.fileName })}
      </p>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
    </>
  )
}
