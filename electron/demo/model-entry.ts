import type { DemoImageModel, DemoModel, DemoPrices, Era } from './demo-model.ts'

type Entry = Record<string, unknown>

/** An entry of `/v1/language-models` in the fields of the era (reference 2.1). */
export function languageModelEntry(model: DemoModel, era: Era): Entry {
  const { prices } = model
  return {
    id: model.id,
    fingerprint: model.fingerprint,
    created: model.created,
    object: 'model',
    owned_by: 'xai',
    version: model.version,
    input_modalities: model.inputModalities,
    output_modalities: ['text'],
    prompt_text_token_price: prices.prompt,
    ...cachedPrice(prices),
    prompt_image_token_price: prices.promptImage,
    completion_text_token_price: prices.completion,
    ...(prices.search === null ? {} : { search_price: prices.search }),
    // The three fields stand in every entry of the era, 0 where there is no tier.
    ...(era === 'C' ? { ...NO_TIER, ...longContext(prices) } : {}),
    aliases: model.aliases,
  }
}

/** An entry of `/v1/models`: four keys until 2026, then window and prices, leaving out what does not apply. */
export function modelEntry(model: DemoModel, era: Era): Entry {
  const bare = { id: model.id, created: model.created, object: 'model', owned_by: 'xai' }
  if (era !== 'C') return bare
  const { prices, reasoning } = model
  return {
    ...bare,
    aliases: model.aliases,
    context_length: model.contextLength,
    prompt_text_token_price: prices.prompt,
    ...cachedPrice(prices),
    prompt_image_token_price: prices.promptImage,
    completion_text_token_price: prices.completion,
    ...longContext(prices),
    ...(reasoning === null || reasoning.efforts.length === 0
      ? {}
      : {
          capabilities: {
            reasoning_effort: reasoning.efforts,
            default_reasoning_effort: reasoning.defaultEffort,
          },
        }),
  }
}

/** An image model in `/v1/models`. */
export function imageModelBrief(model: DemoImageModel, era: Era): Entry {
  const bare = { id: model.id, created: model.created, object: 'model', owned_by: 'xai' }
  if (era !== 'C') return bare
  return {
    ...bare,
    aliases: model.aliases,
    context_length: model.maxPromptLength,
    image_price: model.imagePrice,
    ...pricing(model),
  }
}

/** An entry of `/v1/image-generation-models` (reference 2.3): 2025 printed token prices that nobody was charged. */
export function imageModelEntry(model: DemoImageModel, era: Era): Entry {
  const start = {
    id: model.id,
    fingerprint: model.fingerprint,
    max_prompt_length: model.maxPromptLength,
    created: model.created,
    object: 'model',
    owned_by: 'xai',
    version: '1.0.0',
  }
  if (era !== 'C') {
    return {
      ...start,
      prompt_text_token_price: 100_000,
      prompt_image_token_price: 100_000,
      generated_image_token_price: 100_000,
      aliases: model.aliases,
    }
  }
  return {
    ...start,
    input_modalities: ['text', 'image'],
    output_modalities: ['image'],
    image_price: model.imagePrice,
    ...pricing(model),
    aliases: model.aliases,
  }
}

const NO_TIER = {
  prompt_text_token_price_long_context: 0,
  cached_prompt_text_token_price_long_context: 0,
  completion_text_token_price_long_context: 0,
  long_context_threshold: 0,
}

function cachedPrice(prices: DemoPrices): Entry {
  return prices.cachedPrompt === null ? {} : { cached_prompt_text_token_price: prices.cachedPrompt }
}

function longContext(prices: DemoPrices): Entry {
  if (prices.longContext === null) return {}
  return {
    prompt_text_token_price_long_context: prices.longContext.prompt,
    cached_prompt_text_token_price_long_context: prices.longContext.cachedPrompt,
    completion_text_token_price_long_context: prices.longContext.completion,
    long_context_threshold: prices.longContext.threshold,
  }
}

function pricing(model: DemoImageModel): Entry {
  if (model.pricing.length === 0) return {}
  return {
    pricing: model.pricing.map((row) => ({
      quality: row.quality,
      resolution: row.resolution,
      price_per_image: row.price,
    })),
  }
}
