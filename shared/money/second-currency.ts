import { TICKS_PER_USD, type Ticks } from './ticks.ts'

/**
 * A currency to show beside dollars, as the person entered it: 1 USD = `rate` of `code` (ISO 4217) on `date`
 * (YYYY-MM-DD). The rate is decimal text, so that it stays what was typed.
 */
export type SecondCurrency = { code: string; rate: string; date: string }

/** A thousand and more in one language, one and a little in another. */
const EITHER = /^[1-9]\d{0,2},\d{3}$/
const RATE = /^(\d{1,8})(?:\.(\d{1,8}))?$/

/**
 * What was typed as a rate, such as `0.92`, `0,92` or ` 148.2 `, as decimal text with a point; `null` when it is no
 * number above zero of at most eight digits on either side. There is one mark only: groups of digits are refused,
 * because `1,234.5` and `1.234,5` may mean two things, and so may `25,400`.
 */
export function parseRate(typed: string): string | null {
  const text = typed.trim()
  const rate = text.replace(',', '.')
  return !EITHER.test(text) && isRate(rate) ? rate : null
}

/** Whether a text is a rate as it is kept: with a point, and above zero. */
export function isRate(text: string): boolean {
  return RATE.test(text) && /[1-9]/.test(text)
}

/**
 * `ticks` in units of the other currency. The product is made of whole numbers and rounded once, to the 15 digits of a
 * floating-point number: it is an approximation to read, and nothing is computed from it.
 */
export function inSecondCurrency(ticks: Ticks, { rate }: Pick<SecondCurrency, 'rate'>): number {
  const [, whole = '0', decimals = ''] = RATE.exec(rate) ?? []
  const scale = TICKS_PER_USD * 10n ** BigInt(decimals.length)
  return Number(ticks * BigInt(whole + decimals)) / Number(scale)
}
