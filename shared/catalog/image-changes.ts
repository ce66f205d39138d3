import type { Ticks } from '../money/ticks.ts'
import { basisPointsOf } from './changes.ts'
import type { ImageModelChanges, ImagePriceChange } from './changes-schema.ts'
import type { ImageModel } from './model.ts'

type Price = Pick<ImagePriceChange, 'quality' | 'resolution'> & { price: Ticks | null }

/** What became different between two readings of the image-generation models, as `compareCatalogs` tells it. */
export function compareImageModels(
  before: readonly ImageModel[],
  after: readonly ImageModel[],
): ImageModelChanges {
  const then = new Map(before.map((model) => [model.id, model]))
  const now = new Map(after.map((model) => [model.id, model]))
  return {
    modelsAdded: [...now.values()].filter(({ id }) => !then.has(id)),
    modelsRemoved: [...then.values()].filter(({ id }) => !now.has(id)),
    pricesChanged: [...now.values()].flatMap((model) => {
      const old = then.get(model.id)
      return old === undefined ? [] : comparePrices(old, model)
    }),
  }
}

function comparePrices(old: ImageModel, model: ImageModel): ImagePriceChange[] {
  const before = pricesOf(old)
  const after = pricesOf(model)
  return [...new Map([...before, ...after]).keys()].flatMap((key) => {
    const known = after.get(key) ?? before.get(key)
    const [from, to] = [before.get(key)?.price ?? null, after.get(key)?.price ?? null]
    if (known === undefined || from === to) return []
    const { quality, resolution } = known
    const basisPoints = basisPointsOf(from, to)
    return [{ id: model.id, quality, resolution, before: from, after: to, basisPoints }]
  })
}

/** By what they are for; of two prices for the same thing the first is taken. */
function pricesOf({ imagePrice, pricing }: ImageModel): Map<string, Price> {
  const all = [
    { quality: null, resolution: null, price: imagePrice },
    ...pricing.map(({ quality, resolution, pricePerImage }) => ({
      quality,
      resolution,
      price: pricePerImage,
    })),
  ]
  const prices = new Map<string, Price>()
  for (const one of all) {
    const key = JSON.stringify([one.quality, one.resolution])
    if (!prices.has(key)) prices.set(key, one)
  }
  return prices
}
