import type { Day, Span } from '../../../shared/ledger/day.ts'
import { dayOfUnixSeconds } from '../../ui/time-text.ts'

/** A calendar day, wherever one is: `2026-09-30` is never the day before. */
export function dayText(day: Day, locale: string): string {
  return dayOfUnixSeconds(utc(day) / 1000, locale)
}

/** A short name of a bar: a day, the first day of a week, a month, or a year. */
export function spanText(from: Day, span: Span, withYear: boolean, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...optionsOf(span, withYear), timeZone: 'UTC' })
  return format.format(utc(from))
}

function optionsOf(span: Span, withYear: boolean): Intl.DateTimeFormatOptions {
  switch (span) {
    case 'day':
    case 'week':
      return { day: 'numeric', month: 'short', ...(withYear && { year: '2-digit' }) }
    case 'month':
      return { month: 'short', year: 'numeric' }
    case 'year':
      return { year: 'numeric' }
  }
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}
