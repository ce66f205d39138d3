import { z } from 'zod'
import { LATEST_SECONDS } from './json-entry.ts'

/** Ticks as they cross a border: whole, never negative. 1 tick = 1e-10 USD. */
const Ticks = z.bigint().nonnegative().nullable()

const UnixSeconds = z.number().int().max(LATEST_SECONDS)

/** Exactly the integers the API sent, before any rule is applied (`shared/pricing/rates.ts` applies them). */
export const TokenPrices = z.strictObject({
  promptText: Ticks,
  cachedPromptText: Ticks,
  promptImage: Ticks,
  completionText: Ticks,
  promptTextLongContext: Ticks,
  cachedPromptTextLongContext: Ticks,
  completionTextLongContext: Ticks,
  /** Prompt tokens at or above which the long-context prices apply to the whole request; 0 = no tier. */
  longContextThreshold: z.number().int().nonnegative().nullable(),
  /** Ticks per live-search source. */
  search: Ticks,
})
export type TokenPrices = z.infer<typeof TokenPrices>

/** What models of every kind have. */
const Identity = {
  id: z.string(),
  aliases: z.array(z.string()),
  created: UnixSeconds.nullable(),
  ownedBy: z.string().nullable(),
  version: z.string().nullable(),
  fingerprint: z.string().nullable(),
  /** Lower case: `text`, `image`. Empty when the API did not say. */
  inputModalities: z.array(z.string()),
  outputModalities: z.array(z.string()),
}

/**
 * One text or vision model, the union of every era of `/v1/language-models` joined with `/v1/models` on id
 * (reference 2.1, 2.2). Prices are ticks per token; `null` is "the API did not say", which is never zero.
 */
export const LanguageModel = z.strictObject({
  ...Identity,
  /** Tokens; from `/v1/models` (2026 on). */
  contextLength: z.number().int().positive().nullable(),
  /** Reasoning effort levels from `/v1/models` capabilities (October 2026 on); `null` when not told. */
  reasoningEfforts: z.array(z.string()).nullable(),
  defaultReasoningEffort: z.string().nullable(),
  prices: TokenPrices,
  /** The entry as the API sent it, unknown fields included. */
  raw: z.record(z.string(), z.unknown()),
  /** The entry of `/v1/models` with the same id, when there was one. */
  rawModel: z.record(z.string(), z.unknown()).nullable(),
})
export type LanguageModel = z.infer<typeof LanguageModel>

/** One entry of `/v1/models`, which lists models of every kind (reference 2.2). Fields as in `LanguageModel`. */
export const ListedModel = LanguageModel.pick({
  id: true,
  aliases: true,
  created: true,
  ownedBy: true,
  contextLength: true,
  reasoningEfforts: true,
  defaultReasoningEffort: true,
  prices: true,
  raw: true,
})
export type ListedModel = z.infer<typeof ListedModel>

/** One image-generation model. `imagePrice` is ticks per image (reference 1, although the docs say cents). */
export const ImageModel = z.strictObject({
  ...Identity,
  /** Characters or tokens of prompt the service takes; the API does not say which. */
  maxPromptLength: z.number().int().positive().nullable(),
  imagePrice: Ticks,
  pricing: z.array(
    z.strictObject({
      quality: z.string().nullable(),
      resolution: z.string().nullable(),
      pricePerImage: Ticks,
    }),
  ),
  raw: z.record(z.string(), z.unknown()),
})
export type ImageModel = z.infer<typeof ImageModel>

/** An entry of a list that could not be read; the rest of the list is kept. */
export const Problem = z.strictObject({
  /** Which list: `language-models`, `models`, `image-generation-models`. */
  list: z.string(),
  /** Position in the list, or `null` when the body itself was wrong. */
  index: z.number().int().nonnegative().nullable(),
  /** The entry's id when it could be read. */
  id: z.string().nullable(),
  /** Words for a person: what was expected and what was found. */
  reason: z.string(),
})
export type Problem = z.infer<typeof Problem>
