import type { TextKind } from './text-kind.ts'

/**
 * One comparison of an estimate with the truth. `count`: the exact count of a text alone (reference 4). `request`: the
 * prompt tokens a request was billed for, hidden tokens included, with all of its texts.
 */
export type EstimateSample = {
  source: 'count' | 'request'
  kind: TextKind
  /** `estimateTokens` of the text, before any learning. */
  raw: number
  /** What the app said before it knew: the raw number with what was learned until then. */
  estimated: number
  actual: number
  /** UTC ms. */
  at: number
}

/** Learning looks at so many of the newest samples: of counts for each kind of text, of requests in all. */
export const SAMPLE_WINDOW = 20

/**
 * The newest of the samples that match, which come oldest first: by order, never by time, since a clock may be set
 * back. Those that no ratio can be made of are left out.
 */
export function newest(
  samples: readonly EstimateSample[],
  matches: (sample: EstimateSample) => boolean,
): EstimateSample[] {
  return samples.filter((sample) => matches(sample) && isUsable(sample)).slice(-SAMPLE_WINDOW)
}

/** No prompt is that long: such a number is a fault of the server. */
const MOST_TOKENS = 1_000_000_000

function isUsable({ raw, actual }: EstimateSample): boolean {
  return raw > 0 && raw <= MOST_TOKENS && actual > 0 && actual <= MOST_TOKENS
}
