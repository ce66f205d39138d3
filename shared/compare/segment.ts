import type { Ticks } from '../money/ticks.ts'

export type Cheaper = 'a' | 'b' | 'same'

/** A stretch of whole token counts, both ends included, on which the same one of two is cheaper. */
export type Segment = { from: number; to: number; cheaper: Cheaper }

/** Cost of A less cost of B at a token count, in ticks. */
export type CostDifference = (at: number) => Ticks

/** Which is cheaper along the pieces, inside each of which the difference is linear. Neighbours that agree are one. */
export function segmentsOf(
  difference: CostDifference,
  pieces: readonly { from: number; to: number }[],
): Segment[] {
  const joined: Segment[] = []
  for (const next of pieces.flatMap(({ from, to }) => segmentsWithin(difference, from, to))) {
    const last = joined.at(-1)
    if (last?.cheaper === next.cheaper) joined[joined.length - 1] = { ...last, to: next.to }
    else joined.push(next)
  }
  return joined
}

function segmentsWithin(difference: CostDifference, from: number, to: number): Segment[] {
  const cheaperAt = (at: number): Cheaper => {
    const ticks = difference(at)
    return ticks === 0n ? 'same' : ticks < 0n ? 'a' : 'b'
  }
  const cheaper = cheaperAt(from)
  if (cheaper === cheaperAt(to)) return [{ from, to, cheaper }]
  // Halving keeps `low` as at the beginning and `high` different, so it ends on two neighbours.
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (cheaperAt(middle) === cheaper) low = middle
    else high = middle
  }
  return [{ from, to: low, cheaper }, ...segmentsWithin(difference, high, to)]
}
