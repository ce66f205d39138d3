import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { Rates } from '../../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../../shared/pricing/rates.ts'
import type { SortValue } from './sort.ts'

/** One line of the table `Language models`: the model with its rates in ticks per token. */
export type LanguageRow = {
  id: string
  aliases: readonly string[]
  model: LanguageModel
  rates: Rates
}

export function languageRows(models: readonly LanguageModel[]): LanguageRow[] {
  return models.map((model) => ({ id: model.id, aliases: model.aliases, model, rates: ratesOf(model) }))
}

export const languageKeys = [
  'id',
  'aliases',
  'inputModalities',
  'outputModalities',
  'context',
  'input',
  'cachedInput',
  'output',
  'longContext',
  'created',
] as const
export type LanguageKey = (typeof languageKeys)[number]

export const priceKeys = ['input', 'cachedInput', 'output'] as const
export type PriceKey = (typeof priceKeys)[number]

/** What each column is sorted by. Models without aliases or modalities count as unknown there. */
export const languageSortValues: Record<LanguageKey, (row: LanguageRow) => SortValue> = {
  id: (row) => row.id,
  aliases: (row) => textOrNull(row.aliases),
  inputModalities: (row) => textOrNull(row.model.inputModalities),
  outputModalities: (row) => textOrNull(row.model.outputModalities),
  context: (row) => row.model.contextLength,
  input: (row) => row.rates.input,
  cachedInput: (row) => row.rates.cachedInput,
  output: (row) => row.rates.output,
  longContext: (row) => row.rates.longContext?.input ?? null,
  created: (row) => row.model.created,
}

function textOrNull(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(', ')
}
