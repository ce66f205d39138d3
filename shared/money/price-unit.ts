import { assertNever } from '../assert-never.ts'
import { formatUsd, type Ticks } from './ticks.ts'

/** How a price per token is shown: dollars for 1,000,000, 1,000 or 1 token, or the API's own integer. */
export type PriceUnit = 'per-million' | 'per-thousand' | 'per-token' | 'raw'

/**
 * A price in ticks per token, exactly, in the unit: 20000 is `$2.00` per million, `$0.002` per thousand, `$0.000002`
 * per token and `20000` raw (reference 1).
 */
export function formatPrice(price: Ticks, unit: PriceUnit): string {
  const count = tokensIn(unit)
  return count === null ? price.toString() : formatUsd(price * count)
}

/**
 * The prices of one column, each exact and all with as many decimals as the longest needs, so that right-aligned
 * tabular digits line up at the decimal point. Unknown (`null`) stays `null`.
 */
export function formatPriceColumn(prices: readonly (Ticks | null)[], unit: PriceUnit): (string | null)[] {
  const texts = prices.map((price) => (price === null ? null : formatPrice(price, unit)))
  const decimals = texts.reduce((most, text) => Math.max(most, text === null ? 0 : decimalsIn(text)), 0)
  return texts.map((text) => (text === null ? null : padDecimals(text, decimals)))
}

function decimalsIn(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

function padDecimals(text: string, decimals: number): string {
  const point = text.indexOf('.')
  return point === -1 ? text : text.padEnd(point + 1 + decimals, '0')
}

/** Tokens that one shown price stands for; `null` for the API's own integer. */
export function tokensIn(unit: PriceUnit): bigint | null {
  switch (unit) {
    case 'per-million':
      return 1_000_000n
    case 'per-thousand':
      return 1_000n
    case 'per-token':
      return 1n
    case 'raw':
      return null
    default:
      return assertNever(unit)
  }
}
