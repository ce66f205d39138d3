import { z } from 'zod'

/** Ticks at the end of the span: likely, and the range that eight of ten such spans would end in. */
export const Projection = z.strictObject({ likely: z.bigint(), low: z.bigint(), high: z.bigint() })
export type Projection = z.infer<typeof Projection>

/** Fewer days say nothing about the others. */
const FEWEST_DAYS = 3
/** Nine of ten values of a normal distribution are below its mean and this many standard deviations. */
const NINE_OF_TEN = 1.2816

/**
 * What a span will have cost at its end: what is spent so far, and for each of `daysLeft` the mean of `recentDays`
 * (ticks of each full day, days without a request included). The range follows from how much those days differ.
 * `null` with fewer than three of them. A projection is no bill: it is reckoned in floating point and rounded.
 */
export function projectSpend(
  soFar: bigint,
  recentDays: readonly bigint[],
  daysLeft: number,
): Projection | null {
  if (recentDays.length < FEWEST_DAYS) return null
  const days = recentDays.map(Number)
  const mean = days.reduce((sum, day) => sum + day, 0) / days.length
  const variance = days.reduce((sum, day) => sum + (day - mean) ** 2, 0) / (days.length - 1)
  const margin = NINE_OF_TEN * Math.sqrt(variance * daysLeft)
  const more = mean * daysLeft
  return {
    likely: soFar + whole(more),
    low: soFar + whole(more - margin),
    high: soFar + whole(more + margin),
  }
}

/** What is spent stays spent: nothing below zero is added. */
function whole(ticks: number): bigint {
  return BigInt(Math.round(Math.max(0, ticks)))
}
