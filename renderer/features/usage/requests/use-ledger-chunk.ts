import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { LedgerPage } from '../../../../shared/contract/ledger.ts'
import type { LedgerQuery, LedgerSort } from '../../../../shared/ledger/ledger-query.ts'
import { useRpc } from '../../../rpc.ts'

/** Rows read at once. */
export const CHUNK = 100
/** How long rows out of sight are kept (ms): a million of them must not all stay in the page. */
const KEPT_MS = 60_000

export type RowsAsked = { query: LedgerQuery; sort: LedgerSort }

/** The rows from `first`, a whole number of chunks. Rows on screen that need the same chunk share one call. */
export function useLedgerChunk({ query, sort }: RowsAsked, first: number): UseQueryResult<LedgerPage> {
  const rpc = useRpc().query
  return useQuery(
    rpc.ledger.rows.queryOptions({
      input: { ...query, sort, offset: first, limit: CHUNK },
      gcTime: KEPT_MS,
      placeholderData: keepPreviousData,
    }),
  )
}

/** Where the chunk begins that row `index` is in. */
export function chunkOf(index: number): number {
  return Math.floor(index / CHUNK) * CHUNK
}
