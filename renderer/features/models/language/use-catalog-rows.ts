import { useMemo } from 'react'
import { filterRows, searchRows } from '../../../../shared/catalog/catalog-filter.ts'
import { type CatalogRow, catalogRows } from '../../../../shared/catalog/catalog-row.ts'
import { sortCatalog } from '../../../../shared/catalog/catalog-sort.ts'
import type { CatalogFilter, SortKey } from '../../../../shared/catalog/catalog-view.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { Permissions } from '../../../../shared/permissions/permissions.ts'

export const NEWEST_FIRST: readonly SortKey[] = [{ column: 'created', direction: 'descending' }]
const none: readonly LanguageModel[] = []

type CatalogRows = { all: readonly CatalogRow[]; shown: readonly CatalogRow[] }

/**
 * All rows and those on screen. What changes rarely is done first: a key press in the search walks once over rows that
 * are already sorted and filtered.
 */
export function useCatalogRows(
  models: readonly LanguageModel[] | null,
  permissions: Permissions | null,
  filter: CatalogFilter,
  sort: readonly SortKey[],
  text: string,
): CatalogRows {
  const all = useMemo(() => catalogRows(models ?? none, permissions), [models, permissions])
  const sorted = useMemo(() => sortCatalog(all, sort), [all, sort])
  const filtered = useMemo(() => filterRows(sorted, { ...filter, text: '' }), [sorted, filter])
  const shown = useMemo(() => searchRows(filtered, text), [filtered, text])
  return { all, shown }
}
