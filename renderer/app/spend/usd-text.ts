import { formatUsd, type Ticks } from '../../../shared/money/ticks.ts'

/** Exact dollars with groups of three digits; nothing is ever rounded. */
export function usdText(ticks: Ticks): string {
  return formatUsd(ticks, { thousands: ',' })
}

/**
 * An amount whose parts may be unknown: exact when all are known, `null` when nothing is known, else a lower bound,
 * worded by `atLeast`.
 */
export function amountText(
  ticks: Ticks,
  complete: boolean,
  atLeast: (amount: string) => string,
): string | null {
  if (complete) return usdText(ticks)
  return ticks === 0n ? null : atLeast(usdText(ticks))
}

/** Dollars about: for a projection, which is no bill. Four decimals below one dollar, else two. */
export function aboutUsd(ticks: Ticks): string {
  const small = ticks < 10_000_000_000n && ticks > -10_000_000_000n
  return formatUsd(ticks, { thousands: ',', digits: small ? 4 : 2 })
}
