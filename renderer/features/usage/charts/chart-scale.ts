import { TICKS_PER_USD, type Ticks } from '../../../../shared/money/ticks.ts'

/** Dollars for a place on an axis; never for a number that is read. */
export function usdNumber(ticks: Ticks): number {
  return Number(ticks) / Number(TICKS_PER_USD)
}

/** How the numbers of an axis are written: rounded, with their unit. */
export type Scale = 'usd' | 'count' | 'percent'

/** A rounded number at an axis, such as `$0.002`, `1.2K` or `40%`. */
export function axisText(value: number, scale: Scale, locale: string): string {
  switch (scale) {
    case 'usd':
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        maximumSignificantDigits: 3,
      }).format(value)
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    case 'count':
      return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value)
  }
}
