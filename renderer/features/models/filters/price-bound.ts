import { formatPrice, type PriceUnit } from '../../../../shared/money/price-unit.ts'
import { parseUsd, type Ticks } from '../../../../shared/money/ticks.ts'

/** Tokens that a typed amount is for. */
const TOKENS: Record<Exclude<PriceUnit, 'raw'>, bigint> = {
  'per-million': 1_000_000n,
  'per-thousand': 1_000n,
  'per-token': 1n,
}
const WHOLE = /^\d{1,16}$/

/**
 * Ticks per token of a typed bound in the unit; `undefined` when it is no amount. An amount between two ticks is
 * rounded so that the range does not grow: a lower bound up, an upper bound down.
 */
export function parseBound(text: string, unit: PriceUnit, side: 'min' | 'max'): Ticks | undefined {
  const trimmed = text.trim()
  if (unit === 'raw') return WHOLE.test(trimmed) ? BigInt(trimmed) : undefined
  const amount = parseUsd(trimmed)
  if (amount === null || amount < 0n) return undefined
  const tokens = TOKENS[unit]
  return side === 'max' ? amount / tokens : (amount + tokens - 1n) / tokens
}

/** The inverse, without the dollar sign. */
export function boundText(price: Ticks, unit: PriceUnit): string {
  return formatPrice(price, unit).replace('$', '')
}
