import {
  CATALOG_COLUMNS,
  type CatalogFilter,
  type CatalogView,
  PRICE_COLUMNS,
  type PriceRange,
  type SortKey,
} from './catalog-view.ts'

/** A name and its value in an address: what `new URLSearchParams(…)` takes, and what walking over one gives. */
export type QueryPart = [name: string, value: string]

const MAX_TEXT = 512
const MAX_LISTED = 20

/**
 * A view as the parts of an address: `q`, `in`, `out`, `input`, `cachedInput`, `imageInput`, `output` (`20000..`, ticks),
 * `context`, `usable`, `reasoning`, `images`, `sort` (`-output,id`). What asks for nothing is left out, so that the
 * empty view has an empty address.
 */
export function toQuery({ filter, sort }: CatalogView): QueryPart[] {
  const parts: QueryPart[] = [
    ['q', filter.text],
    ['in', filter.input.join(',')],
    ['out', filter.output.join(',')],
    ...PRICE_COLUMNS.map((price): QueryPart => [price, rangeText(filter.prices[price])]),
    ['context', filter.contextAtLeast === null ? '' : String(filter.contextAtLeast)],
    ['usable', answerText(filter.usable)],
    ['reasoning', answerText(filter.reasoning)],
    ['images', answerText(filter.imageInput)],
    [
      'sort',
      sort.map(({ column, direction }) => `${direction === 'descending' ? '-' : ''}${column}`).join(','),
    ],
  ]
  return parts.filter(([, value]) => value !== '')
}

/** The inverse of `toQuery` for any address: unknown names and values that say nothing are passed over. */
export function fromQuery(parts: Iterable<readonly [string, string]>): CatalogView {
  const values = new Map<string, string>()
  for (const [name, value] of parts) if (!values.has(name)) values.set(name, value)
  const value = (name: string) => values.get(name) ?? ''
  const prices: CatalogFilter['prices'] = {}
  for (const price of PRICE_COLUMNS) {
    const range = rangeOf(value(price))
    if (range !== null) prices[price] = range
  }
  const filter: CatalogFilter = {
    text: value('q').slice(0, MAX_TEXT),
    input: namesOf(value('in')),
    output: namesOf(value('out')),
    prices,
    contextAtLeast: tokensOf(value('context')),
    usable: answerOf(value('usable')),
    reasoning: answerOf(value('reasoning')),
    imageInput: answerOf(value('images')),
  }
  return { filter, sort: sortOf(value('sort')) }
}

function rangeText(range: PriceRange | undefined): string {
  if (range === undefined || (range.min === null && range.max === null)) return ''
  return `${range.min ?? ''}..${range.max ?? ''}`
}

function rangeOf(text: string): PriceRange | null {
  const [, min = '', max = ''] = /^(\d{0,16})\.\.(\d{0,16})$/.exec(text) ?? []
  if (min === '' && max === '') return null
  return { min: min === '' ? null : BigInt(min), max: max === '' ? null : BigInt(max) }
}

function answerText(answer: boolean | null): string {
  return answer === null ? '' : answer ? 'yes' : 'no'
}

function answerOf(text: string): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null
}

function namesOf(text: string): string[] {
  const names = text
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MAX_LISTED)
}

function tokensOf(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

function sortOf(text: string): SortKey[] {
  const keys: SortKey[] = []
  for (const part of text.split(',')) {
    const column = CATALOG_COLUMNS.find((known) => known === part.replace(/^-/, ''))
    if (column === undefined || keys.some((key) => key.column === column)) continue
    keys.push({ column, direction: part.startsWith('-') ? 'descending' : 'ascending' })
  }
  return keys
}
