import { dayNumberAt, dayOf } from '../../shared/ledger/calendar.ts'
import type { Day } from '../../shared/ledger/day.ts'

/** The local calendar day at `now` (UTC ms), as the ledger counts days. */
export function localDay(now: number): Day {
  return dayOf(dayNumberAt(now, -new Date(now).getTimezoneOffset()))
}
