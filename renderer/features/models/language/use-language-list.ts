import { type RefObject, useMemo } from 'react'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import type { CatalogColumn, SortKey } from '../../../../shared/catalog/catalog-view.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { useKeyPermissions } from '../../../app/access/use-key-permissions.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { useModelsState } from '../use-models-state.ts'
import { useSearchText } from '../use-search-text.ts'
import { chosenColumns } from './language-columns.ts'
import { NEWEST_FIRST, useCatalogRows } from './use-catalog-rows.ts'
import { type LanguageColumn, useLanguageColumns } from './use-language-columns.ts'
import { useRoomBesidePanel } from './use-room-beside-panel.ts'

/** What is on screen: every row, those shown, their order, and the columns with the widths of all rows. */
export type LanguageList = {
  all: readonly CatalogRow[]
  shown: readonly CatalogRow[]
  sort: readonly SortKey[]
  chosen: readonly CatalogColumn[]
  columns: readonly LanguageColumn[]
  search: string
  setSearch: (text: string) => void
}

export function useLanguageList(
  catalog: Catalog | null,
  scroll: RefObject<HTMLElement | null>,
): LanguageList {
  const { preferences } = usePreferences()
  const { view, opened } = useModelsState()
  const [search, setSearch] = useSearchText()
  const permissions = useKeyPermissions(catalog?.readAt ?? null)
  const sort = view.sort.length === 0 ? NEWEST_FIRST : view.sort
  const { all, shown } = useCatalogRows(catalog?.models ?? null, permissions, view.filter, sort, search)
  const chosen = useMemo(() => chosenColumns(preferences.modelsColumns), [preferences.modelsColumns])
  const fitting = useRoomBesidePanel(chosen, scroll, opened !== null)
  const columns = useLanguageColumns(all, preferences.priceUnit, fitting)
  return { all, shown, sort, chosen, columns, search, setSearch }
}
