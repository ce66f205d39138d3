import type { Ticks } from '../money/ticks.ts'
import type { CatalogRow } from './catalog-row.ts'
import { type CatalogFilter, PRICE_COLUMNS, type PriceRange } from './catalog-view.ts'

/**
 * The rows that a filter lets through, in their order. What is not known matches nothing that is asked of it, neither
 * yes nor no: an unknown price is in no price range, a model that tells no modalities is found neither as one with image
 * input nor as one without, and while the key's permissions are unknown nothing counts as usable or as not usable.
 * An end of a price range belongs to it. A context length from the reference data counts as known.
 */
export function filterRows<Row extends CatalogRow>(rows: readonly Row[], filter: CatalogFilter): Row[] {
  const prices = PRICE_COLUMNS.filter((price) => isAsked(filter.prices[price]))
  return searchRows(rows, filter.text).filter(
    (row) => hasModalities(row, filter) && hasFacts(row, filter, prices),
  )
}

/**
 * The rows that have every word of a text in one of their names. The same list when these are all, so that nobody draws
 * it again.
 */
export function searchRows<Row extends CatalogRow>(rows: readonly Row[], text: string): readonly Row[] {
  const words = wordsOf(text)
  if (words.length === 0) return rows
  let names = searchedLists.get(rows)
  if (names === undefined) {
    names = rows.map(namesOf)
    searchedLists.set(rows, names)
  }
  const all = names
  const found = rows.filter((_, place) => hasWords(all[place] ?? '', words))
  return found.length === rows.length ? rows : found
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** The names of rows that are still around, as they are looked through with every letter that is typed. */
const searched = new WeakMap<CatalogRow, string>()
/** The same of lists, in their order: to look each row up costs more than to look through its names. */
const searchedLists = new WeakMap<readonly CatalogRow[], readonly string[]>()

function namesOf(row: CatalogRow): string {
  const known = searched.get(row)
  if (known !== undefined) return known
  const names = [row.id, ...row.aliases].join(' ').toLowerCase()
  searched.set(row, names)
  return names
}

function hasWords(names: string, words: readonly string[]): boolean {
  for (const word of words) if (!names.includes(word)) return false
  return true
}

function hasModalities({ model, imageInput }: CatalogRow, filter: CatalogFilter): boolean {
  return (
    filter.input.every((one) => model.inputModalities.includes(one)) &&
    filter.output.every((one) => model.outputModalities.includes(one)) &&
    isAsAsked(imageInput, filter.imageInput)
  )
}

function hasFacts(
  { rates, context, reasoning, may }: CatalogRow,
  filter: CatalogFilter,
  prices: readonly (typeof PRICE_COLUMNS)[number][],
): boolean {
  return (
    prices.every((price) => isInRange(rates[price], filter.prices[price])) &&
    (filter.contextAtLeast === null || (context !== null && context.tokens >= filter.contextAtLeast)) &&
    isAsAsked(reasoning, filter.reasoning) &&
    isAsAsked(may === null ? null : may.allowed, filter.usable)
  )
}

function isAsAsked(known: boolean | null, asked: boolean | null): boolean {
  return asked === null || known === asked
}

function isAsked(range: PriceRange | undefined): range is PriceRange {
  return range !== undefined && (range.min !== null || range.max !== null)
}

function isInRange(price: Ticks | null, range: PriceRange | undefined): boolean {
  if (!isAsked(range)) return true
  if (price === null) return false
  return (range.min === null || price >= range.min) && (range.max === null || price <= range.max)
}
