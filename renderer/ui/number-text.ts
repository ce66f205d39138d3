import { madeOnce } from './made-once.ts'

const countFormat = madeOnce((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }))

/** A whole count with the locale's grouping. */
export function countText(count: number, locale: string): string {
  return countFormat(locale).format(count)
}
