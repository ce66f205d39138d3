import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { languageKeys, languageRows, languageSortValues } from './language-rows.ts'
import { ModelTable } from './model-table.tsx'
import { NoMatch } from './no-match.tsx'
import { searchRows } from './search.ts'
import { nextSort, parseSort, type Sort, sortRows, sortText } from './sort.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { useFirstRowMark } from './use-first-row-mark.ts'
import { useLanguageColumns } from './use-language-columns.tsx'
import { useModelsState } from './use-models-state.ts'

export type TableProps<Model> = {
  /** `null` while the list loads. */
  models: readonly Model[] | null
  search: string
  onClearSearch: () => void
}

const newestFirst: Sort<(typeof languageKeys)[number]> = { key: 'created', direction: 'descending' }

export function LanguageTable({ models, search, onClearSearch }: TableProps<LanguageModel>): ReactNode {
  const { t } = useTranslation('models')
  const { preferences } = usePreferences()
  const { sortParam, setSort, selected, open } = useModelsState()
  const sort = parseSort(sortParam, languageKeys, newestFirst)
  const { key, direction } = sort
  const all = useMemo(() => languageRows(models ?? []), [models])
  const columns = useLanguageColumns(all, preferences.priceUnit)
  const rows = useMemo(
    () => sortRows(searchRows(all, search), languageSortValues[key], direction),
    [all, search, key, direction],
  )
  useFirstRowMark(rows.length > 0)
  return (
    <ModelTable
      label={t('table.language')}
      kind="language"
      columns={columns}
      rows={rows}
      sort={sort}
      onSort={(pressed) => setSort(sortText(nextSort(sort, pressed)))}
      selected={selected}
      onOpen={open}
      placeholder={
        models === null ? (
          <TableSkeleton columns={columns.length} />
        ) : (
          rows.length === 0 && <NoMatch text={search} columns={columns.length} onClear={onClearSearch} />
        )
      }
    />
  )
}
