import type { Ticks } from '../money/ticks.ts'

/** Columns of the table of language models; what a view is sorted by and what an export writes. */
export const CATALOG_COLUMNS = [
  'id',
  'aliases',
  'inputModalities',
  'outputModalities',
  'context',
  'reasoning',
  'input',
  'cachedInput',
  'imageInput',
  'output',
  'longContext',
  'longContextOutput',
  'longContextThreshold',
  'search',
  'created',
  'permission',
] as const
export type CatalogColumn = (typeof CATALOG_COLUMNS)[number]

/** The price classes that can be filtered by, each in ticks per token. */
export const PRICE_COLUMNS = ['input', 'cachedInput', 'imageInput', 'output'] as const
export type PriceColumn = (typeof PRICE_COLUMNS)[number]

/** All columns that hold ticks per token. */
export const TOKEN_PRICE_COLUMNS = [...PRICE_COLUMNS, 'longContext', 'longContextOutput'] as const
export type TokenPriceColumn = (typeof TOKEN_PRICE_COLUMNS)[number]

/** Ticks per token, both ends included; `null` = open. */
export type PriceRange = { min: Ticks | null; max: Ticks | null }

/** What has to be true of a model to be shown. `null` and empty lists ask for nothing. */
export type CatalogFilter = {
  /** Every word of it stands in the id or an alias, in any case. */
  text: string
  /** All of these are among the model's input (output) modalities, in lower case. */
  input: string[]
  output: string[]
  prices: { [Price in PriceColumn]?: PriceRange }
  /** Tokens. */
  contextAtLeast: number | null
  /** `true`: only what the key in use may chat with; `false`: only what it may not. */
  usable: boolean | null
  reasoning: boolean | null
  imageInput: boolean | null
}

type SortDirection = 'ascending' | 'descending'
export type SortKey = { column: CatalogColumn; direction: SortDirection }

/** The first key decides; the next one where the first finds rows equal. */
export type CatalogView = { filter: CatalogFilter; sort: SortKey[] }

export const NO_FILTER: CatalogFilter = {
  text: '',
  input: [],
  output: [],
  prices: {},
  contextAtLeast: null,
  usable: null,
  reasoning: null,
  imageInput: null,
}
