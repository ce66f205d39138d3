import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { useRpc } from '../rpc.ts'
import { useFirstQuiet } from './use-first-quiet.ts'

/** What the page knows of the catalog: waiting for the first word, failed to get any, or known (perhaps refreshing). */
export type CatalogState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'known'; catalog: Catalog; refreshing: boolean; refreshError: unknown }

/**
 * Reads what is on disk at once and asks the server once per connection; at the start only when what is on disk is on
 * screen. The newer of the two answers is shown.
 * `refresh` asks the server again; a refresh that is under way is not started twice.
 */
export function useCatalog(): { state: CatalogState; refresh: () => void } {
  const { query } = useRpc()
  const kept = useQuery(query.catalog.read.queryOptions())
  const quiet = useFirstQuiet()
  const hasList = kept.data !== undefined && kept.data.from !== 'none'
  const fresh = useQuery(
    query.catalog.refresh.queryOptions({ enabled: kept.isFetched && (quiet || !hasList) }),
  )
  const refresh = useRefresh(query.catalog.refresh.queryKey())
  const catalog = fresh.data ?? kept.data
  const failed = fresh.error ?? kept.error
  if (catalog === undefined) {
    const waiting = kept.isPending || fresh.isFetching
    return { state: waiting ? { kind: 'loading' } : { kind: 'failed', error: failed }, refresh }
  }
  const refreshing = fresh.isFetching || fresh.isPending
  if (catalog.from === 'none' && catalog.failure === null && refreshing) {
    return { state: { kind: 'loading' }, refresh }
  }
  return { state: { kind: 'known', catalog, refreshing, refreshError: fresh.error }, refresh }
}

function useRefresh(key: QueryKey): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    // Looked at when it is asked: every answer of a conversation holds this, and would be told of each query's coming.
    if (queries.isFetching({ queryKey: key }) === 0) void queries.refetchQueries({ queryKey: key })
  }, [queries, key])
}
