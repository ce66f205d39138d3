import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Connection } from '../../shared/contract/connection.ts'
import { useRpc } from '../rpc.ts'

/** Which server the app talks to, and the key's last four characters and keeping. */
export function useConnection(): UseQueryResult<Connection> {
  const { query } = useRpc()
  return useQuery(query.connection.status.queryOptions())
}

/**
 * To be called with the answer of every call that changes connections or keys: shows it everywhere and drops what was read
 * from the server before, so that no number of the old one stays on screen.
 */
export function useConnectionChanged(): (connection: Connection) => void {
  const { query } = useRpc()
  const queries = useQueryClient()
  return useCallback(
    (connection) => {
      queries.setQueryData(query.connection.status.queryKey(), connection)
      queries.removeQueries({ queryKey: query.connection.inspectKey.key() })
      void queries.resetQueries({ queryKey: query.estimates.key() })
      queries.removeQueries({ queryKey: query.connection.checkHealth.key() })
      void queries.resetQueries({ queryKey: query.connection.limits.key() })
      void queries.resetQueries({ queryKey: query.estimates.key() })
      void queries.resetQueries({ queryKey: query.catalog.key() })
    },
    [queries, query],
  )
}
