/** A value and how much it counts; weights must be above 0. */
export type Weighted = { value: number; weight: number }

/**
 * The value with half of the weight on either side: up to half of the weight can be nonsense without moving it far.
 * `null` when there is none.
 */
export function weightedMedian(values: readonly Weighted[]): number | null {
  const sorted = [...values].sort((one, other) => one.value - other.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (const [index, { value, weight }] of sorted.entries()) {
    below += weight
    if (below > half) return value
    // Exactly half on either side: between the two.
    if (below === half) return (value + (sorted[index + 1]?.value ?? value)) / 2
  }
  return null
}

/** The median slope over all pairs of points whose `x` are at least `apart` from each other (Theil and Sen). */
export function medianSlope(points: readonly { x: number; y: number }[], apart: number): number | null {
  const slopes: Weighted[] = []
  for (const [index, one] of points.entries()) {
    for (const other of points.slice(index + 1)) {
      const distance = Math.abs(other.x - one.x)
      if (distance < apart) continue
      slopes.push({ value: (other.y - one.y) / (other.x - one.x), weight: distance })
    }
  }
  return weightedMedian(slopes)
}
