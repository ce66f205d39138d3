import { useCallback, useMemo } from 'react'
import type { LedgerQuery } from '../../../shared/ledger/ledger-query.ts'
import { localDay } from '../../app/local-day.ts'
import { useAddressState } from '../../app/use-address-state.ts'
import { useConnection } from '../../app/use-connection.ts'
import { periodOf } from './period.ts'
import { queryOf, readLook, type UsageLook } from './usage-address.ts'

type Change = Record<string, string | null>

export type Looking = {
  look: UsageLook
  query: LedgerQuery
  demo: boolean
  /** `null` removes a part from the address. */
  change: (change: Change) => void
}

/** What is looked at and the question to main that follows from it; `null` until the connection in use is known. */
export function useUsageLook(): Looking | null {
  const { state, change } = useAddressState()
  const connection = useConnection().data
  const address = state.toString()
  const look = useMemo(() => readLook(new URLSearchParams(address)), [address])
  const demo = look.demo ?? (connection === undefined ? null : connection.kind === 'demo')
  const today = localDay(Date.now())
  const query = useMemo(
    () => (demo === null ? null : queryOf(look, periodOf(look.period, today, look.custom), demo)),
    [look, today, demo],
  )
  const replace = useCallback((wanted: Change) => change(wanted, { replace: true }), [change])
  return query === null || demo === null ? null : { look, query, demo, change: replace }
}
