import { type Fraction, fraction } from './fraction.ts'
import type { Cheaper, CostDifference, Segment } from './segment.ts'

/**
 * A place where another one becomes cheaper. `equal`: both cost the same to the tick at that whole token count.
 * `between`: the lines meet between two whole counts. `jump`: a long-context tier begins at `above`, and no line meets.
 */
export type Crossing = {
  kind: 'equal' | 'between' | 'jump'
  /** Exactly where the lines meet, in tokens; for a jump, where the tier begins. */
  at: Fraction
  /** The last whole count with the old order (or the equal one), and the first with the new order (or the equal one). */
  below: number
  above: number
  /** Who is cheaper on each side; never the same. */
  before: Cheaper
  after: Cheaper
}

/** The crossings between neighbouring segments; a single count of equal cost between two of them is one crossing. */
export function crossingsOf(
  difference: CostDifference,
  segments: readonly Segment[],
  tierStarts: readonly number[],
): Crossing[] {
  return segments.flatMap((next, index) => {
    const last = segments[index - 1]
    if (last === undefined || isPoint(last, segments[index - 2])) return []
    const afterPoint = isPoint(next, last) ? segments[index + 1] : undefined
    if (afterPoint !== undefined && afterPoint.cheaper === last.cheaper) return []
    return [crossing(difference, last, next, afterPoint ?? next, tierStarts)]
  })
}

/** A single count of equal cost with something before it; it belongs to the crossing that it is. */
function isPoint(segment: Segment, before: Segment | undefined): boolean {
  return before !== undefined && segment.cheaper === 'same' && segment.from === segment.to
}

function crossing(
  difference: CostDifference,
  last: Segment,
  next: Segment,
  after: Segment,
  tierStarts: readonly number[],
): Crossing {
  const sides = { before: last.cheaper, after: after.cheaper }
  const whole = (at: number) => fraction(BigInt(at), 1n)
  if (tierStarts.includes(next.from)) {
    return { kind: 'jump', at: whole(next.from), below: last.to, above: next.from, ...sides }
  }
  if (next.cheaper === 'same')
    return { kind: 'equal', at: whole(next.from), below: next.from, above: next.from, ...sides }
  if (last.cheaper === 'same')
    return { kind: 'equal', at: whole(last.to), below: last.to, above: last.to, ...sides }
  return { kind: 'between', at: meeting(difference, last.to), below: last.to, above: next.from, ...sides }
}

/** Where the line through the differences at `low` and `low + 1`, of opposite signs, is zero. */
function meeting(difference: CostDifference, low: number): Fraction {
  const [first, second] = [difference(low), difference(low + 1)]
  return fraction(BigInt(low) * (first - second) + first, first - second)
}
