import { CATALOG_COLUMNS, type CatalogColumn } from '../../../../shared/catalog/catalog-view.ts'

/** What the table shows until a person chooses: it fits into a window of 1280 px. */
const DEFAULT_COLUMNS: readonly CatalogColumn[] = [
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
  'permission',
]

/** The chosen columns in the order of the catalog; the ids always come first. Unknown names are passed over. */
export function chosenColumns(chosen: readonly string[] | null): readonly CatalogColumn[] {
  if (chosen === null) return DEFAULT_COLUMNS
  return CATALOG_COLUMNS.filter((column) => column === 'id' || chosen.includes(column))
}

/** The columns after one was switched on or off; `null` when they are the ones that the table comes with. */
export function switchColumn(
  now: readonly CatalogColumn[],
  column: CatalogColumn,
  on: boolean,
): string[] | null {
  const next = CATALOG_COLUMNS.filter((one) => (one === column ? on : now.includes(one)))
  return next.length === DEFAULT_COLUMNS.length && next.every((one) => DEFAULT_COLUMNS.includes(one))
    ? null
    : next
}
