import type { Day, Span } from './day.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Days since 1970-01-01 of the local calendar day; `utcOffset` is minutes east of UTC, `at` UTC ms. */
export function dayNumberAt(at: number, utcOffset: number): number {
  return Math.floor((at + utcOffset * MINUTE_MS) / DAY_MS)
}

/** The day with this number: days since 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** Days since 1970-01-01. */
export function dayNumberOf(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** The number of the first day of the span that a day falls in. */
export function startOfSpan(number: number, span: Span): number {
  if (span === 'day') return number
  // 1970-01-01 was a Thursday.
  if (span === 'week') return number - ((((number + 3) % 7) + 7) % 7)
  const [year = 0, month = 1] = dayOf(number).split('-').map(Number)
  return Math.round(Date.UTC(year, span === 'month' ? month - 1 : 0, 1) / DAY_MS)
}

/** The number of the first day of the span after the one that a day falls in. */
export function startOfNextSpan(number: number, span: Span): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[span]
  return startOfSpan(startOfSpan(number, span) + longest, span)
}
