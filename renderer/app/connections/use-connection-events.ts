import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ConnectionEvent } from '../../../shared/contract/connection-health.ts'
import { useRpc } from '../../rpc.ts'
import { useKeyHealth } from './use-key-health.ts'

/** Keeps limits and the state of the key current while the page lives; to be used once. */
export function useConnectionEvents(): void {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const { told } = useKeyHealth()
  useEffect(() => {
    const left = new AbortController()
    const take = (event: ConnectionEvent) => {
      if (event.kind === 'limits') queries.setQueryData(query.connection.limits.queryKey(), event.limits)
      else if (event.health !== null) told(event.profile, event.health)
    }
    const listen = async () => {
      for await (const event of await client.connection.events(undefined, { signal: left.signal }))
        take(event)
    }
    // The stream ends with the page or with the main process: there is nothing to say then.
    void listen().catch(() => undefined)
    return () => left.abort()
  }, [client, query, queries, told])
}
