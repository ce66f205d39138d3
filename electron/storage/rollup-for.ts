import { dayNumberOf, dayOf } from '../../shared/ledger/calendar.ts'
import type { Day, Span } from '../../shared/ledger/day.ts'
import type { LedgerGrouping, LedgerQuery } from '../../shared/ledger/ledger-query.ts'

/** The smallest roll-up that can answer: months when nothing in the question parts one. */
export function rollupFor({ period, filter }: LedgerQuery, grouping: LedgerGrouping, span: Span): string {
  if (grouping === 'conversation' || filter.conversations !== undefined) return 'ledger_conversation'
  return hasWholeMonths(period) && (span === 'month' || span === 'year') ? 'ledger_month' : 'ledger_day'
}

export function hasWholeMonths({ from, to }: LedgerQuery['period']): boolean {
  return beginsMonth(from) && endsMonth(to)
}

function beginsMonth(day: Day | null): boolean {
  return day === null || day.endsWith('-01')
}

function endsMonth(day: Day | null): boolean {
  return day === null || beginsMonth(dayOf(dayNumberOf(day) + 1))
}
