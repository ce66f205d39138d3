import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorageState } from '../../shared/contract/about.ts'
import { useRpc } from '../rpc.ts'
import { exactTime } from '../ui/time-text.ts'

/** Tells when the database was mended or cannot be written: what is typed now may not be kept. */
export function StorageNotice(): ReactNode {
  const { query } = useRpc()
  const about = useQuery(query.about.read.queryOptions())
  const state = about.data?.storage
  if (state === undefined || state.kind === 'ok') return null
  return (
    <div className="storage-notice" role="status">
      <StorageWords state={state} />
    </div>
  )
}

function StorageWords({ state }: { state: Exclude<StorageState, { kind: 'ok' }> }): ReactNode {
  const { t, i18n } = useTranslation('app')
  if (state.kind === 'memory-only') return t(`storage.memory-only.${state.why}`)
  if (state.backupFrom === null) return t('storage.recoveredEmpty', { file: state.keptAs })
  return t('storage.recovered', { when: exactTime(state.backupFrom, i18n.language), file: state.keptAs })
}
