import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Health, HealthReading } from '../../../shared/contract/connection-health.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { failureOfError, useRpc } from '../../rpc.ts'

export type KeyHealthState = {
  health: Health | null
  checking: boolean
  /** `undefined`: nothing failed; `null`: nobody expected it. */
  failure: Failure | null | undefined
  /** Asks the server, which main lets happen at most once a minute. */
  check: () => void
  /** A reading that came by itself. */
  told: (profile: string, reading: HealthReading) => void
}

/** Whether the key in use works, as last checked; nothing is asked before `check`. */
export function useKeyHealth(): KeyHealthState {
  const { query } = useRpc()
  const queries = useQueryClient()
  const options = query.connection.checkHealth.queryOptions({ enabled: false })
  const { data, isFetching, error, refetch } = useQuery(options)
  const check = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  const told = useCallback(
    (profile: string, last: HealthReading) => {
      queries.setQueryData(query.connection.checkHealth.queryKey(), {
        profile,
        did: 'asked',
        nextAt: null,
        last,
      })
    },
    [queries, query],
  )
  return {
    health: data ?? null,
    checking: isFetching,
    failure: error === null ? undefined : failureOfError(error),
    check,
    told,
  }
}
