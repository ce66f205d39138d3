import { formatUsd, type Ticks } from '../../../shared/money/ticks.ts'

/** Exact dollars with groups of three digits; nothing is ever rounded. */
export function usdText(ticks: Ticks): string {
  return formatUsd(ticks, { thousands: ',' })
}
