import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useRpc } from '../../rpc.ts'

/** Reads what is on screen of the ledger, of budgets and of what was learned again whenever main says that it changed. */
export function useLedgerEvents(): void {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  useEffect(() => {
    const left = new AbortController()
    const listen = async () => {
      for await (const _event of await client.ledger.events(undefined, { signal: left.signal })) {
        void queries.invalidateQueries({ queryKey: query.ledger.key() })
        void queries.invalidateQueries({ queryKey: query.budgets.key() })
        // Each answer tells what the next is likely to be.
        void queries.invalidateQueries({ queryKey: query.chat.prompt.key() })
        void queries.invalidateQueries({ queryKey: query.estimates.key() })
      }
    }
    // The stream ends with the page or with the main process: there is nothing to say then.
    void listen().catch(() => undefined)
    return () => left.abort()
  }, [client, query, queries])
}
