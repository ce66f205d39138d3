import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRpc } from '../../../rpc.ts'

/** After a newer reading of the list (UTC ms), what was derived from readings is asked for again. */
export function useCatalogAge(readAt: number | null): void {
  const { query } = useRpc()
  const queries = useQueryClient()
  const seen = useRef(readAt)
  useEffect(() => {
    if (seen.current === readAt) return
    seen.current = readAt
    for (const derived of ['snapshots', 'changes', 'news', 'priceHistory'] as const) {
      void queries.invalidateQueries({ queryKey: query.catalog[derived].key() })
    }
  }, [readAt, queries, query])
}
