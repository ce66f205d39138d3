/** Not more steps than this, so that their numbers have room. */
const MOST_STEPS = 5

/**
 * Where an axis from zero has its numbers: 1, 2, 2.5 or 5 times a power of ten apart, and no longer than the largest
 * value needs. `whole`: what is counted has no halves.
 */
export function roundTicks(largest: number, whole = false): number[] {
  if (!Number.isFinite(largest) || largest <= 0) return [0, 1]
  const step = roundStep(largest / MOST_STEPS, whole)
  const steps = Math.ceil(Number((largest / step).toPrecision(12)))
  return Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

/** The smallest round number that is not below `least`. */
function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const steps = [1, 2, 2.5, 5, 10].map((factor) => Number((factor * power).toPrecision(12)))
  const step = steps.find((one) => one >= least && !(whole && !Number.isInteger(one)))
  return step ?? 1
}
