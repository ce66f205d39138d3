import { TICKS_PER_USD } from '../money/ticks.ts'

/** More than a million USD for one request is a broken number. */
const MOST_TICKS = 1_000_000n * TICKS_PER_USD
/** More than any context holds, five hundred times over: nine million such requests add up exactly in a number. */
const MOST_TOKENS = 1_000_000_000
/** Three years. */
const MOST_MS = 100_000_000_000
/** What all rows of a ledger may add up to: a column of a database holds little more, 64 bits (922 million USD). */
export const MOST_TICKS_IN_ALL = 9_200_000_000_000_000_000n

type Numbers = {
  usage: Readonly<Record<string, number | bigint | null>> | null
  firstTokenMs: number | null
  durationMs: number | null
}

/** The amount, in ticks, or `null` where no single request can have cost that: unknown, not cut to fit. */
export function believedTicks(ticks: bigint | null): bigint | null {
  return ticks !== null && ticks <= MOST_TICKS && ticks >= -MOST_TICKS ? ticks : null
}

/** The count of tokens, or `null` where no single request can have had as many. */
export function believedTokens(tokens: number | null): number | null {
  return tokens !== null && tokens <= MOST_TOKENS ? tokens : null
}

/** Whether all amounts, counts and times of a row can be those of one request. */
export function isBelievable(row: Numbers): boolean {
  const counts = Object.values(row.usage ?? {}).filter((value) => typeof value === 'number')
  return (
    largestAmount(row) <= MOST_TICKS &&
    counts.every((count) => count <= MOST_TOKENS) &&
    Math.max(row.firstTokenMs ?? 0, row.durationMs ?? 0) <= MOST_MS
  )
}

/** The largest amount anywhere in it, in ticks, whichever way it goes. */
export function largestAmount(value: unknown): bigint {
  if (typeof value === 'bigint') return value < 0n ? -value : value
  if (typeof value !== 'object' || value === null) return 0n
  return Object.values(value).map(largestAmount).reduce(larger, 0n)
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other
}
