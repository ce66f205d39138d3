import { useQuery } from '@tanstack/react-query'
import { useRpc } from '../../rpc.ts'
import { useConnection } from '../use-connection.ts'

/** UTC ms when the newest request of the ledger was sent, of the demo or of real ones; `null` when there is none. */
export function useLatestAnswerAt(): number | null {
  const { query } = useRpc()
  const connection = useConnection().data
  const input = {
    period: { from: null, to: null },
    filter: { demo: connection?.kind === 'demo' },
    sort: { by: 'time', descending: true },
    offset: 0,
    limit: 1,
  } as const
  const { data } = useQuery(
    query.ledger.rows.queryOptions({ input, enabled: connection !== undefined, refetchInterval: 15_000 }),
  )
  return data?.rows[0]?.at ?? null
}

/** UTC ms of the newest exact count (for `count`), or of the newest count or bill that estimates learned from. */
export function useLatestSampleAt(source: 'count' | 'estimate'): number | null {
  const { query } = useRpc()
  const { data } = useQuery(query.estimates.read.queryOptions())
  const times = (data?.models ?? []).flatMap(({ samples }) =>
    samples.filter((sample) => source === 'estimate' || sample.source === 'count').map(({ at }) => at),
  )
  return times.length === 0 ? null : Math.max(...times)
}

/** UTC ms when an answer last told limits or credits; `null` when none has. */
export function useLimitsReadAt(): number | null {
  const { query } = useRpc()
  const { data } = useQuery(query.connection.limits.queryOptions())
  const times = [data?.ratesReadAt ?? null, data?.creditsReadAt ?? null].filter((at) => at !== null)
  return times.length === 0 ? null : Math.max(...times)
}

/** UTC ms when the server last said what it knows of the key; it is not asked because of this. */
export function useKeyReadAt(): number | null {
  const { query } = useRpc()
  const { data } = useQuery(query.connection.inspectKey.queryOptions({ enabled: false }))
  return data?.readAt ?? null
}
