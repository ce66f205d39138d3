import type { Ticks } from '../money/ticks.ts'
import { costOf } from '../pricing/cost.ts'
import type { Rates } from '../pricing/price-schema.ts'
import { type Crossing, crossingsOf } from './crossing.ts'
import { type Segment, segmentsOf } from './segment.ts'
import { mostTokens, tokensAt, type Variable } from './variable.ts'
import { requestTokens, usageOf, type Workload } from './workload.ts'

/**
 * `segments` follow each other from 0 to the most tokens looked at and say which of the two is cheaper; `crossings`
 * are the places between them. `not-comparable`: a rate that is needed somewhere on the way is unknown.
 */
export type BreakEven =
  | { kind: 'not-comparable' }
  | { kind: 'compared'; segments: Segment[]; crossings: Crossing[] }

/**
 * Where A becomes cheaper than B, or B than A, when one number of the workload changes: exactly, from the very costs
 * that `costOf` gives. Between two long-context thresholds the difference of the costs is linear, so its sign changes
 * at most once there; a threshold itself can change it too, which is a crossing of kind `jump`.
 *
 * Shares are rounded down to whole tokens. When the prompt grows with a cached share, the difference can therefore
 * turn back and forth by less than a token's discount around a crossing; one of these changes is given.
 */
export function breakEven(a: Rates, b: Rates, workload: Workload, variable: Variable): BreakEven {
  const most = mostTokens(workload, variable)
  const starts = thresholdsIn([a, b], workload, variable, most)
  const costs = (at: number) => {
    const usage = usageOf(tokensAt(workload, variable, at))
    return [costOf(usage, a), costOf(usage, b)] as const
  }
  const pieces = [0, ...starts].map((from, index) => ({ from, to: (starts[index] ?? most + 1) - 1 }))
  // A class with tokens anywhere in a piece has some at one of its ends.
  const ends = pieces.flatMap(({ from, to }) => [from, to])
  if (!ends.every((at) => costs(at).every(({ complete }) => complete))) return { kind: 'not-comparable' }

  const difference = (at: number): Ticks => {
    const [ofA, ofB] = costs(at)
    return ofA.total - ofB.total
  }
  const segments = segmentsOf(difference, pieces)
  return { kind: 'compared', segments, crossings: crossingsOf(difference, segments, starts) }
}

/** The first token counts at which a long-context tier holds, within the range; only a prompt that grows meets one. */
function thresholdsIn(
  rates: readonly Rates[],
  workload: Workload,
  variable: Variable,
  most: number,
): number[] {
  if (variable !== 'prompt') return []
  const { imageTokens } = requestTokens(workload)
  const starts = rates.flatMap(({ longContext }) =>
    longContext === null ? [] : [longContext.threshold - imageTokens],
  )
  return [...new Set(starts)].filter((at) => at > 0 && at <= most).sort((one, other) => one - other)
}
