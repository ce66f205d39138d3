import type { EntryReader } from './entry-reader.ts'
import type { TokenPrices } from './model.ts'

export type { TokenPrices } from './model.ts'

/** The price fields of an entry, as the API sent them; the same names in both lists (reference 2.1, 2.2). */
export function readTokenPrices(fields: EntryReader): TokenPrices {
  return {
    promptText: fields.ticks('prompt_text_token_price'),
    cachedPromptText: fields.ticks('cached_prompt_text_token_price'),
    promptImage: fields.ticks('prompt_image_token_price'),
    completionText: fields.ticks('completion_text_token_price'),
    promptTextLongContext: fields.ticks('prompt_text_token_price_long_context'),
    cachedPromptTextLongContext: fields.ticks('cached_prompt_text_token_price_long_context'),
    completionTextLongContext: fields.ticks('completion_text_token_price_long_context'),
    longContextThreshold: fields.whole('long_context_threshold'),
    search: fields.ticks('search_price'),
  }
}
