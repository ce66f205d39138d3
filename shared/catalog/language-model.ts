import { readCapabilities } from './capabilities.ts'
import { type ParsedList, parseEntries } from './entry-list.ts'
import { type Complain, entryReader } from './entry-reader.ts'
import type { JsonEntry } from './json-entry.ts'
import type { LanguageModel } from './model.ts'
import { readIdentity } from './model-identity.ts'
import { readTokenPrices } from './token-prices.ts'

export type { LanguageModel } from './model.ts'

/**
 * The models of an answer of `/v1/language-models` or `/v1/language-models/{id}`, of any era (reference 2.1). Every
 * field but `id` may be missing. A field that cannot be read is unknown (`null`), named in `problems`, and the model
 * is kept; an entry without an id, or with one seen before, is only a problem. Never throws.
 *
 * Prices are whole ticks per token from 0 to 2^53 - 1, as JSON number or as plain digits in a string.
 */
export function parseLanguageModels(body: unknown): ParsedList<LanguageModel> {
  return parseEntries('language-models', body, readLanguageModel)
}

function readLanguageModel(id: string, entry: JsonEntry, complain: Complain): LanguageModel {
  const fields = entryReader(entry, complain)
  return {
    ...readIdentity(id, fields),
    ...readCapabilities(entry, fields, complain),
    prices: readTokenPrices(fields),
    raw: entry,
    rawModel: null,
  }
}
