import type { EstimateStore } from '../../../electron/services/estimate-store.ts'
import type { EstimateSample } from '../../../shared/estimate/estimate-sample.ts'

/** Keeps samples in memory, without a limit. */
export function memoryEstimateStore(): EstimateStore {
  const rows: { origin: string; model: string; sample: EstimateSample }[] = []
  return {
    load(origin) {
      const models = [
        ...new Set(rows.filter((row) => row.origin === origin).map(({ model }) => model)),
      ].sort()
      return models.map((model) => ({
        model,
        samples: rows
          .filter((row) => row.origin === origin && row.model === model)
          .map(({ sample }) => sample),
      }))
    },
    add(origin, model, sample, instead) {
      const newest = rows.findLastIndex(
        (row) =>
          row.origin === origin &&
          row.model === model &&
          row.sample.source === sample.source &&
          row.sample.kind === sample.kind,
      )
      if (instead && newest >= 0) rows.splice(newest, 1, { origin, model, sample })
      else rows.push({ origin, model, sample })
    },
  }
}
