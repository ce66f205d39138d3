import { inSecondCurrency, type SecondCurrency } from '../../../shared/money/second-currency.ts'
import type { Ticks } from '../../../shared/money/ticks.ts'
import { madeOnce } from '../../ui/made-once.ts'

/** Below this an amount has no useful digits at the usual number of decimals. */
const SMALL = 1

const usual = madeOnce(
  (locale: string, currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }),
)
const small = madeOnce(
  (locale: string, currency: string) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: 0,
      maximumSignificantDigits: 3,
    }),
)

/** Such as `≈€0.0043`: the currency's own decimals, or three significant digits of what is smaller than one unit. */
export function secondAmountText(ticks: Ticks, currency: SecondCurrency, locale: string): string {
  const amount = inSecondCurrency(ticks, currency)
  const isSmall = amount !== 0 && Math.abs(amount) < SMALL
  return `≈${(isSmall ? small : usual)(locale, currency.code).format(amount)}`
}
