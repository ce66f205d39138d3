import { memo, type ReactNode, type RefObject, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import { sortAfterPress } from '../../../../shared/catalog/catalog-sort.ts'
import type { CatalogColumn } from '../../../../shared/catalog/catalog-view.ts'
import { ModelTable, type ModelTableProps } from '../table/model-table.tsx'
import { TableSkeleton } from '../table/table-skeleton.tsx'
import { useDensity } from '../use-density.ts'
import { useFirstRowMark } from '../use-first-row-mark.ts'
import { useModelsState } from '../use-models-state.ts'
import { NoMatch } from './no-match.tsx'
import type { LanguageList } from './use-language-list.ts'

/** A letter more that lets the same rows through draws nothing of the table. */
const MemoTable = memo(function MemoTable(props: ModelTableProps<CatalogColumn, CatalogRow>): ReactNode {
  return <ModelTable {...props} />
})

type LanguageTableProps = { list: LanguageList; known: boolean; scroll: RefObject<HTMLElement | null> }

export function LanguageTable({ list, known, scroll }: LanguageTableProps): ReactNode {
  const { t } = useTranslation('models')
  const { view, opened, picked, pick, open, setView } = useModelsState()
  const { rowHeight } = useDensity()
  const { shown, sort, columns } = list
  const picks = useMemo(
    () => ({ picked, label: (id: string) => t('pick', { id }), onPick: pick }),
    [picked, pick, t],
  )
  const onSort = useCallback(
    (column: CatalogColumn, add: boolean) => setView({ ...view, sort: sortAfterPress(sort, column, add) }),
    [view, sort, setView],
  )
  useFirstRowMark(shown.length > 0)
  const cells = columns.length + 1
  return (
    <MemoTable
      label={t('table.language')}
      columns={columns}
      rows={shown}
      sorts={sort}
      onSort={onSort}
      opened={opened}
      onOpen={open}
      picks={picks}
      scroll={scroll}
      rowHeight={rowHeight}
      placeholder={
        known ? (
          shown.length === 0 && <NoMatch list={list} cells={cells} />
        ) : (
          <TableSkeleton columns={cells} />
        )
      }
    />
  )
}
