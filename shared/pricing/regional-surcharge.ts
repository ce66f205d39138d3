import type { Ticks } from '../money/ticks.ts'

/** What a regional address adds, in percent of the list's prices (reference 5.2: likely, read in one source only). */
const PERCENT = 10

/**
 * Percent that `host` (with or without a port) is known to bill on top of its list's prices; 0 when nothing is known.
 * The list of such a host does not tell, so prices and estimates stay the list's and the page says so.
 */
export function surchargePercentOf(host: string): number {
  return host.replace(/:\d+$/, '').toLowerCase() === 'us.api.x.ai' ? PERCENT : 0
}

/** `total` ticks with the surcharge of a regional address; both ways of rounding when it is no whole number. */
export function withSurcharge(total: Ticks): Ticks[] {
  const hundredfold = total * BigInt(100 + PERCENT)
  const below = hundredfold / 100n
  return hundredfold % 100n === 0n ? [below] : [below, below + 1n]
}
