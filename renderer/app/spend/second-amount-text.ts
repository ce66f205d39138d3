import { inSecondCurrency, type SecondCurrency } from '../../../shared/money/second-currency.ts'
import type { Ticks } from '../../../shared/money/ticks.ts'

/** Below this an amount has no useful digits at the usual number of decimals. */
const SMALL = 1

/** Such as `≈€0.0043`: the currency's own decimals, or three significant digits of what is smaller than one unit. */
export function secondAmountText(ticks: Ticks, currency: SecondCurrency, locale: string): string {
  const amount = inSecondCurrency(ticks, currency)
  const isSmall = amount !== 0 && Math.abs(amount) < SMALL
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.code,
    ...(isSmall ? { minimumFractionDigits: 0, maximumSignificantDigits: 3 } : {}),
  })
  return `≈${format.format(amount)}`
}

/** Such as `Nov 20, 2026`; a date has no time zone. */
export function rateDateText({ date }: SecondCurrency, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(date))
}
