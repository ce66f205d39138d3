import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageModel } from '../../../shared/catalog/model.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { imageKeys, imageRows, imageSortValues } from './image-rows.ts'
import type { TableProps } from './language-table.tsx'
import { ModelTable } from './model-table.tsx'
import { NoMatch } from './no-match.tsx'
import { searchRows } from './search.ts'
import { nextSort, parseSort, type Sort, sortRows, sortText } from './sort.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { useImageColumns } from './use-image-columns.tsx'
import { useModelsState } from './use-models-state.ts'

const newestFirst: Sort<(typeof imageKeys)[number]> = { key: 'created', direction: 'descending' }

export function ImageTable({ models, search, onClearSearch }: TableProps<ImageModel>): ReactNode {
  const { t } = useTranslation('models')
  const { preferences } = usePreferences()
  const { sortParam, setSort, selected, open } = useModelsState()
  const sort = parseSort(sortParam, imageKeys, newestFirst)
  const all = useMemo(() => imageRows(models ?? []), [models])
  const columns = useImageColumns(all, preferences.priceUnit)
  const rows = sortRows(searchRows(all, search), imageSortValues[sort.key], sort.direction)
  return (
    <ModelTable
      label={t('table.images')}
      kind="images"
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
