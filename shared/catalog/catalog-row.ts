import { type May, may, type Permissions } from '../permissions/permissions.ts'
import type { Rates } from '../pricing/price-schema.ts'
import { ratesOf } from '../pricing/rates.ts'
import type { CatalogColumn } from './catalog-view.ts'
import type { LanguageModel } from './model.ts'
import { type ContextWindow, contextWindowOf } from './reference-facts.ts'

/** One language model with what the table, its filters and its exports need of it; made once for each list. */
export type CatalogRow = {
  id: string
  aliases: readonly string[]
  model: LanguageModel
  /** Ticks per token by the rules of reference 1. */
  rates: Rates
  /** `null` = unknown. */
  context: ContextWindow | null
  /** Whether it reasons, as its effort levels say; `null` while the list does not tell them. Never read from a name. */
  reasoning: boolean | null
  /** `null` when the list tells no input modalities. */
  imageInput: boolean | null
  /** Whether the key may chat with it; `null` while the key's permissions are not known. */
  may: May | null
}

/** `permissions` are those of the key in use (`parsePermissions` of its access strings), `null` when not known. */
export function catalogRows(models: readonly LanguageModel[], permissions: Permissions | null): CatalogRow[] {
  return models.map((model) => ({
    id: model.id,
    aliases: model.aliases,
    model,
    rates: ratesOf(model),
    context: contextWindowOf(model),
    reasoning: model.reasoningEfforts === null ? null : model.reasoningEfforts.length > 0,
    imageInput: model.inputModalities.length === 0 ? null : model.inputModalities.includes('image'),
    may: permissions === null ? null : may(permissions, 'chat', [model.id, ...model.aliases]),
  }))
}

/** What a row is sorted by in a column, and what an export writes; `null` = unknown, or nothing to say. */
export function catalogValue(
  row: CatalogRow,
  column: CatalogColumn,
): string | number | bigint | boolean | null {
  switch (column) {
    case 'id':
      return row.id
    case 'aliases':
      return words(row.aliases)
    case 'inputModalities':
      return words(row.model.inputModalities)
    case 'outputModalities':
      return words(row.model.outputModalities)
    case 'context':
      return row.context?.tokens ?? null
    case 'reasoning':
      return row.reasoning
    case 'longContext':
      return row.rates.longContext?.input ?? null
    case 'longContextOutput':
      return row.rates.longContext?.output ?? null
    case 'longContextThreshold':
      return row.rates.longContext?.threshold ?? null
    case 'search':
      return row.rates.perSource
    case 'created':
      return row.model.created
    case 'permission':
      return row.may?.allowed ?? null
    default:
      return row.rates[column]
  }
}

function words(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ')
}
