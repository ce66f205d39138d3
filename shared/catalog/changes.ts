import type { Ticks } from '../money/ticks.ts'
import { type CatalogChanges, type PriceChange, PriceClass, type ThresholdChange } from './changes-schema.ts'
import type { LanguageModel } from './model.ts'
import { compareNames } from './name-changes.ts'

export type { CatalogChanges } from './changes-schema.ts'

/**
 * What became different between two readings of the catalog. A model is the same when its id is. A shorter list does
 * not mean that xAI dropped models: lists are filtered by what the key may use (reference 2.1).
 */
export function compareCatalogs(
  before: readonly LanguageModel[],
  after: readonly LanguageModel[],
): CatalogChanges {
  const then = new Map(before.map((model) => [model.id, model]))
  const now = new Map(after.map((model) => [model.id, model]))
  const kept = [...now.values()].flatMap((model) => {
    const old = then.get(model.id)
    return old === undefined ? [] : [{ old, model }]
  })
  return {
    modelsAdded: [...now.values()].filter(({ id }) => !then.has(id)),
    modelsRemoved: [...then.values()].filter(({ id }) => !now.has(id)),
    ...compareNames(before, after),
    pricesChanged: kept.flatMap(({ old, model }) => comparePrices(old, model)),
    thresholdsChanged: kept.flatMap(({ old, model }) => compareThresholds(old, model)),
  }
}

function comparePrices(old: LanguageModel, model: LanguageModel): PriceChange[] {
  return PriceClass.options.flatMap((price) => {
    const before = old.prices[price]
    const after = model.prices[price]
    return before === after
      ? []
      : [{ id: model.id, price, before, after, basisPoints: basisPointsOf(before, after) }]
  })
}

/** (new - old) / old in hundredths of a percent, half away from zero; a whole-number sum, so never off by a float. */
export function basisPointsOf(before: Ticks | null, after: Ticks | null): bigint | null {
  if (before === null || after === null || before <= 0n) return null
  const difference = (after - before) * 10_000n
  const half = difference < 0n ? -before : before
  return (2n * difference + half) / (2n * before)
}

function compareThresholds(old: LanguageModel, model: LanguageModel): ThresholdChange[] {
  const before = old.prices.longContextThreshold
  const after = model.prices.longContextThreshold
  return before === after ? [] : [{ id: model.id, before, after }]
}
