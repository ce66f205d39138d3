import { readCapabilities } from './capabilities.ts'
import { type ParsedList, parseEntries } from './entry-list.ts'
import { type Complain, entryReader } from './entry-reader.ts'
import type { JsonEntry } from './json-entry.ts'
import type { LanguageModel, ListedModel } from './model.ts'
import { readTokenPrices, type TokenPrices } from './token-prices.ts'

export type { ListedModel } from './model.ts'

/** The entries of an answer of `/v1/models` or `/v1/models/{id}`, read as tolerantly as the language models. */
export function parseModelList(body: unknown): ParsedList<ListedModel> {
  return parseEntries('models', body, readListedModel)
}

function readListedModel(id: string, entry: JsonEntry, complain: Complain): ListedModel {
  const fields = entryReader(entry, complain)
  return {
    id,
    aliases: fields.names('aliases'),
    created: fields.seconds('created'),
    ownedBy: fields.text('owned_by'),
    ...readCapabilities(entry, fields, complain),
    prices: readTokenPrices(fields),
    raw: entry,
  }
}

/**
 * Language models with what `/v1/models` knows of the same id: context length, effort levels, and whatever else the
 * first list left unknown. What the language-model list says holds where both speak; aliases of both are kept, and
 * none is made up. Entries that only the second list has stay out: nothing there says that they are language models.
 */
export function joinModelList(
  models: readonly LanguageModel[],
  list: readonly ListedModel[],
): LanguageModel[] {
  const listed = new Map(list.map((entry) => [entry.id, entry]))
  return models.map((model) => {
    const entry = listed.get(model.id)
    return entry === undefined ? model : join(model, entry)
  })
}

function join(model: LanguageModel, entry: ListedModel): LanguageModel {
  return {
    ...model,
    aliases: [...new Set([...model.aliases, ...entry.aliases])],
    created: model.created ?? entry.created,
    ownedBy: model.ownedBy ?? entry.ownedBy,
    contextLength: model.contextLength ?? entry.contextLength,
    reasoningEfforts: model.reasoningEfforts ?? entry.reasoningEfforts,
    defaultReasoningEffort: model.defaultReasoningEffort ?? entry.defaultReasoningEffort,
    prices: joinPrices(model.prices, entry.prices),
    rawModel: entry.raw,
  }
}

function joinPrices(first: TokenPrices, second: TokenPrices): TokenPrices {
  return {
    promptText: first.promptText ?? second.promptText,
    cachedPromptText: first.cachedPromptText ?? second.cachedPromptText,
    promptImage: first.promptImage ?? second.promptImage,
    completionText: first.completionText ?? second.completionText,
    promptTextLongContext: first.promptTextLongContext ?? second.promptTextLongContext,
    cachedPromptTextLongContext: first.cachedPromptTextLongContext ?? second.cachedPromptTextLongContext,
    completionTextLongContext: first.completionTextLongContext ?? second.completionTextLongContext,
    longContextThreshold: first.longContextThreshold ?? second.longContextThreshold,
    search: first.search ?? second.search,
  }
}
