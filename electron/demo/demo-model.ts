import { z } from 'zod'

/** The three shapes the service has had (reference 0). */
export const Era = z.enum(['A', 'B', 'C'])
export type Era = z.infer<typeof Era>

const Ticks = z.number().int().nonnegative()

/** Ticks per token, as the API prints them; a `null` is left out of the answer, a 0 is printed. */
export const DemoPrices = z.strictObject({
  prompt: Ticks,
  cachedPrompt: Ticks.nullable(),
  promptImage: Ticks,
  completion: Ticks,
  /** Per live-search source. */
  search: Ticks.nullable(),
  longContext: z
    .strictObject({
      /** Prompt tokens at or above which these prices hold for the whole request; 0 = use the normal price. */
      threshold: z.number().int().positive(),
      prompt: Ticks,
      cachedPrompt: Ticks,
      completion: Ticks,
    })
    .nullable(),
})
export type DemoPrices = z.infer<typeof DemoPrices>

export const DemoReasoning = z.strictObject({
  /** Effort levels that are taken; empty = the parameter is refused. */
  efforts: z.array(z.string()),
  defaultEffort: z.string().nullable(),
  /** Whether the reasoning text reaches the client; hidden reasoning is billed all the same. */
  shown: z.boolean(),
})
export type DemoReasoning = z.infer<typeof DemoReasoning>

/** One language model of the demo catalog: what the lists say about it, and how it behaves. */
export const DemoModel = z.strictObject({
  id: z.string(),
  aliases: z.array(z.string()),
  fingerprint: z.string(),
  /** Unix seconds. */
  created: z.number().int(),
  version: z.string(),
  inputModalities: z.array(z.string()),
  /** Tokens. */
  contextLength: z.number().int().positive(),
  prices: DemoPrices,
  /** `null` = it does not reason. */
  reasoning: DemoReasoning.nullable(),
  /** Parameters it refuses, in the camelCase of the refusal (reference 5.4). */
  unsupported: z.array(z.string()),
  /** Tokens the service adds to every prompt: why tokenize-text counts less than a bill (reference 4). */
  hiddenPromptTokens: z.number().int().nonnegative(),
})
export type DemoModel = z.infer<typeof DemoModel>

/** One image-generation model. Prices are ticks per image (reference 1). */
export const DemoImageModel = z.strictObject({
  id: z.string(),
  aliases: z.array(z.string()),
  fingerprint: z.string(),
  created: z.number().int(),
  maxPromptLength: z.number().int().positive(),
  imagePrice: Ticks,
  pricing: z.array(z.strictObject({ quality: z.string(), resolution: z.string(), price: Ticks })),
})
export type DemoImageModel = z.infer<typeof DemoImageModel>

export type DemoCatalog = { models: readonly DemoModel[]; imageModels: readonly DemoImageModel[] }

/** By exact id first, then by alias: a retired name can live on as another model's alias (reference 2.1). */
export function findModel(models: readonly DemoModel[], name: string): DemoModel | null {
  return models.find((model) => model.id === name) ?? models.find((m) => m.aliases.includes(name)) ?? null
}
