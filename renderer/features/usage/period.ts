import { dayNumberOf, dayOf, startOfSpan } from '../../../shared/ledger/calendar.ts'
import type { Day } from '../../../shared/ledger/day.ts'
import type { LedgerPeriod } from '../../../shared/ledger/ledger-query.ts'

export const PERIODS = ['today', '7-days', '30-days', 'month', 'last-month', 'all', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]

/** A calendar day that a text names, such as `2026-09-30`; `null` for any other text. */
export function dayIn(text: string | null): Day | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  // 30 February reads as 2 March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null
}

/** The days that a name stands for today; both ends included. `custom` is what was chosen, in the right order. */
export function periodOf(name: PeriodName, today: Day, custom: LedgerPeriod): LedgerPeriod {
  const now = dayNumberOf(today)
  const month = startOfSpan(now, 'month')
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case '7-days':
      return { from: dayOf(now - 6), to: today }
    case '30-days':
      return { from: dayOf(now - 29), to: today }
    case 'month':
      return { from: dayOf(month), to: today }
    case 'last-month':
      return { from: dayOf(startOfSpan(month - 1, 'month')), to: dayOf(month - 1) }
    case 'all':
      return { from: null, to: null }
    case 'custom':
      return inOrder(custom)
  }
}

function inOrder({ from, to }: LedgerPeriod): LedgerPeriod {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}
