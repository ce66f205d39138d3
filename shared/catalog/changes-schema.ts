import { z } from 'zod'
import { ImageModel, LanguageModel } from './model.ts'

/** Ticks before or after; `null` = the API did not say. */
const Price = z.bigint().nonnegative().nullable()

/** The prices of a language model that can change, by their name in `LanguageModel.prices`. */
export const PriceClass = z.enum([
  'promptText',
  'cachedPromptText',
  'promptImage',
  'completionText',
  'promptTextLongContext',
  'cachedPromptTextLongContext',
  'completionTextLongContext',
  'search',
])
export type PriceClass = z.infer<typeof PriceClass>

export const PriceChange = z.strictObject({
  /** Id of a model that both lists have. */
  id: z.string(),
  price: PriceClass,
  /** Ticks per token (per source for `search`), as the API sent them; `null` = it did not say. */
  before: Price,
  after: Price,
  /** Hundredths of a percent, rounded to the nearest; `null` where a side is unknown or the old price was 0. */
  basisPoints: z.bigint().nullable(),
})
export type PriceChange = z.infer<typeof PriceChange>

/** A long-context tier that begins elsewhere: prompt tokens; 0 = no tier, `null` = not told. */
export const ThresholdChange = z.strictObject({
  id: z.string(),
  before: z.number().int().nonnegative().nullable(),
  after: z.number().int().nonnegative().nullable(),
})
export type ThresholdChange = z.infer<typeof ThresholdChange>

/** A name that stood for one model and now stands for another; `from` and `to` are ids. */
export const MovedAlias = z.strictObject({ alias: z.string(), from: z.string(), to: z.string() })
export type MovedAlias = z.infer<typeof MovedAlias>

/** A name that came or went, and the id of the model that it stands or stood for. */
export const AliasOf = z.strictObject({ alias: z.string(), id: z.string() })
export type AliasOf = z.infer<typeof AliasOf>

/** What `compareCatalogs` found between two readings of the language models. */
export const CatalogChanges = z.strictObject({
  modelsAdded: z.array(LanguageModel),
  modelsRemoved: z.array(LanguageModel),
  aliasesMoved: z.array(MovedAlias),
  aliasesAdded: z.array(AliasOf),
  aliasesRemoved: z.array(AliasOf),
  pricesChanged: z.array(PriceChange),
  thresholdsChanged: z.array(ThresholdChange),
})
export type CatalogChanges = z.infer<typeof CatalogChanges>

export const ImagePriceChange = z.strictObject({
  id: z.string(),
  /** `null` for the price of an image as such (`image_price`), else what one entry of `pricing` is for. */
  quality: z.string().nullable(),
  resolution: z.string().nullable(),
  /** Ticks per image; `null` = the API did not say. */
  before: Price,
  after: Price,
  /** As in `PriceChange`. */
  basisPoints: z.bigint().nullable(),
})
export type ImagePriceChange = z.infer<typeof ImagePriceChange>

/** What `compareImageModels` found between two readings of the image-generation models. */
export const ImageModelChanges = z.strictObject({
  modelsAdded: z.array(ImageModel),
  modelsRemoved: z.array(ImageModel),
  pricesChanged: z.array(ImagePriceChange),
})
export type ImageModelChanges = z.infer<typeof ImageModelChanges>
