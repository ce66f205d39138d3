/** Money as the API counts it: 1 tick = 1e-10 USD (reference 1). Every sum of money is made of these. */
export type Ticks = bigint

export const TICKS_PER_USD = 10_000_000_000n
/** Decimals that one tick needs. */
const TICK_DECIMALS = 10
/** Cents are always written: `$2.00`, not `$2`. */
const MINIMUM_DECIMALS = 2

export type FormatUsdOptions = {
  /**
   * `exact` and `auto` (the default) write every digit that is needed and at least two decimals. A number writes
   * that many decimals (0 to 10); when this loses something the text begins with `≈`, and an amount that would
   * become zero is written as a bound: `<$0.01`.
   */
  digits?: 'exact' | 'auto' | number
  /** Put between groups of three digits before the point, such as `,`; none by default. */
  thousands?: string
}

/**
 * Dollars as text, such as `$0.00011765` or `-$1.50`. Exact unless `digits` is a number; an amount that is not zero
 * never reads as zero, and rounding is never silent. Unknown amounts (`null`) are the caller's to word.
 */
export function formatUsd(ticks: Ticks, { digits = 'auto', thousands = '' }: FormatUsdOptions = {}): string {
  const sign = ticks < 0n ? '-' : ''
  const amount = ticks < 0n ? -ticks : ticks
  const dollars = (value: Ticks, minimum: number) => `${sign}$${decimalText(value, minimum, thousands)}`
  if (typeof digits !== 'number') return dollars(amount, MINIMUM_DECIMALS)

  const decimals = Math.min(TICK_DECIMALS, Math.max(0, Math.trunc(digits) || 0))
  const step = 10n ** BigInt(TICK_DECIMALS - decimals)
  const rounded = ((amount + step / 2n) / step) * step
  if (rounded === amount) return dollars(amount, decimals)
  if (rounded === 0n) return `${sign === '' ? '<' : '>'}${dollars(step, decimals)}`
  return `≈${dollars(rounded, decimals)}`
}

/**
 * A whole number of ticks, zero or more, as decimal dollars without a sign: exact, with at least `minimum` decimals
 * and `thousands` between groups of three digits.
 */
function decimalText(ticks: Ticks, minimum: number, thousands: string): string {
  const whole = (ticks / TICKS_PER_USD).toString()
  const fraction = (ticks % TICKS_PER_USD).toString().padStart(TICK_DECIMALS, '0').replace(/0+$/, '')
  const decimals = fraction.padEnd(minimum, '0')
  const grouped = thousands === '' ? whole : groupsOfThree(whole).join(thousands)
  return decimals === '' ? grouped : `${grouped}.${decimals}`
}

function groupsOfThree(digits: string): string[] {
  const first = digits.length % 3
  const groups = first === 0 ? [] : [digits.slice(0, first)]
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3))
  return groups
}

const USD_TEXT = /^([-+−]?)\$?([-+−]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/
/** Longer text is not an amount of money, and making a number of it would take too long. */
const MAX_LENGTH = 10_000

/**
 * Ticks of an amount in dollars: `$1,234.50`, `1234.5`, `-$0.0000000001`, `.5`, with white space around it. The point
 * is the decimal mark and a comma may only part groups of three. Returns `null`, and never throws, when the text is
 * anything else, or when it has more than ten decimals that are not zero: less than a tick cannot be kept exactly.
 */
export function parseUsd(text: string): Ticks | null {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return null
  const match = USD_TEXT.exec(text.trim())
  if (match === null) return null
  const [, before = '', after = '', whole = '', decimals = ''] = match
  if ((whole === '' && decimals === '') || (before !== '' && after !== '')) return null
  const fraction = decimals.replace(/0+$/, '')
  if (fraction.length > TICK_DECIMALS) return null
  const amount = BigInt(whole.replaceAll(',', '') + fraction.padEnd(TICK_DECIMALS, '0'))
  return before + after === '-' || before + after === '−' ? -amount : amount
}
