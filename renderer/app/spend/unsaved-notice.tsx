import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useRpc } from '../../rpc.ts'
import { useSpendWords } from './use-spend-words.ts'

/** Says for as long as it is so that the disk refuses what requests cost. */
export function UnsavedNotice(): ReactNode {
  const { t } = useSpendWords()
  const { query } = useRpc()
  const { data } = useQuery(query.budgets.read.queryOptions())
  if (data === undefined || data.unsaved === 0) return null
  return (
    <div className="storage-notice" role="alert">
      {t('bar.unsaved', { count: data.unsaved })}
    </div>
  )
}
