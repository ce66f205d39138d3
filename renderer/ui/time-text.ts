import { madeOnce } from './made-once.ts'

/** The full local date and time of `at` (UTC ms), seconds included. */
export function exactTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
}

const utcDay = madeOnce(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
)

/** The day of a Unix time in seconds, in UTC: the API gives model dates as UTC days. */
export function dayOfUnixSeconds(seconds: number, locale: string): string {
  return utcDay(locale).format(seconds * 1000)
}

/** A length of time in ms in whole units, such as "12 seconds". */
export function waitText(ms: number, locale: string): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const inMinutes = seconds >= 120
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(inMinutes ? Math.ceil(seconds / 60) : seconds)
}
