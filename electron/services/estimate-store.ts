import type { EstimateSample } from '../../shared/estimate/estimate-sample.ts'

/** Comparisons of estimates with the truth, by server (`demo` or an origin) and model id. */
export type EstimateStore = {
  /** All that is kept of one server, oldest first in each model. */
  load(origin: string): { model: string; samples: EstimateSample[] }[]
  /**
   * Adds a sample and drops the oldest beyond what learning looks at. With `instead`, the newest count of this kind of
   * text is replaced: it was of the same text a moment ago.
   */
  add(origin: string, model: string, sample: EstimateSample, instead: boolean): void
}
