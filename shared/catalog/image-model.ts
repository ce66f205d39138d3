import { type ParsedList, parseEntries } from './entry-list.ts'
import { type Complain, entryReader } from './entry-reader.ts'
import { describeValue, fieldOf, isEntry, type JsonEntry } from './json-entry.ts'
import type { ImageModel } from './model.ts'
import { readIdentity } from './model-identity.ts'

export type { ImageModel } from './model.ts'

const MAX_PRICES = 1_000

/**
 * The models of an answer of `/v1/image-generation-models`, of any era (reference 2.3), with prices in ticks per
 * image. The per-token prices of the 2025 docs example are not read: they are an example value, not what was
 * charged (reference 1); `raw` still has them. Never throws.
 */
export function parseImageModels(body: unknown): ParsedList<ImageModel> {
  return parseEntries('image-generation-models', body, readImageModel)
}

function readImageModel(id: string, entry: JsonEntry, complain: Complain): ImageModel {
  const fields = entryReader(entry, complain)
  return {
    ...readIdentity(id, fields),
    maxPromptLength: fields.whole('max_prompt_length') || null,
    imagePrice: fields.ticks('image_price'),
    pricing: readPricing(fieldOf(entry, 'pricing'), complain),
    raw: entry,
  }
}

function readPricing(value: unknown, complain: Complain): ImageModel['pricing'] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.length > MAX_PRICES) {
    complain(`pricing: expected a list of up to ${MAX_PRICES} prices, found ${describeValue(value)}`)
    return []
  }
  return Array.from<unknown>(value).flatMap((price, index) => {
    if (!isEntry(price)) {
      complain(`pricing[${index}]: expected an object, found ${describeValue(price)}`)
      return []
    }
    const fields = entryReader(price, (reason) => complain(`pricing[${index}].${reason}`))
    return {
      quality: fields.text('quality'),
      resolution: fields.text('resolution'),
      pricePerImage: fields.ticks('price_per_image'),
    }
  })
}
