import { type EstimateSample, SAMPLE_WINDOW } from '../../../../shared/estimate/estimate-sample.ts'

/** One comparison to be drawn: how far the estimate was off, as a part of the truth; above 0 it was too high. */
export type EstimatePoint = Pick<EstimateSample, 'source' | 'kind' | 'estimated' | 'actual' | 'at'> & {
  key: string
  error: number
}

/** The newest comparisons of each source, in the order in which they came. */
export function estimatePoints(samples: readonly EstimateSample[]): EstimatePoint[] {
  const shown = new Set(
    (['count', 'request'] as const).flatMap((source) =>
      samples.filter((sample) => sample.source === source).slice(-SAMPLE_WINDOW),
    ),
  )
  return samples.flatMap((sample, index) => {
    if (!shown.has(sample) || sample.actual === 0) return []
    const { source, kind, estimated, actual, at } = sample
    const error = (estimated - actual) / actual
    return [{ key: String(index), source, kind, estimated, actual, at, error }]
  })
}

/** The end of the axis above and below zero: the next of 5, 10, 20, 50, 100 percent, or what the largest error needs. */
export function axisEnd(points: readonly EstimatePoint[]): number {
  const largest = Math.max(0, ...points.map(({ error }) => Math.abs(error)))
  return [0.05, 0.1, 0.2, 0.5, 1].find((end) => largest <= end) ?? Math.ceil(largest)
}
