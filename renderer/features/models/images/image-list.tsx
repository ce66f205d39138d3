import { type ReactNode, type RefObject, useCallback, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyList } from '../empty-list.tsx'
import { ListFrame } from '../list-frame.tsx'
import { PriceUnitSwitch } from '../price-unit-switch.tsx'
import { SearchField } from '../search-field.tsx'
import { ModelTable } from '../table/model-table.tsx'
import { TableSkeleton } from '../table/table-skeleton.tsx'
import { useDensity } from '../use-density.ts'
import { useModelsState } from '../use-models-state.ts'
import { useSearchText } from '../use-search-text.ts'
import { ImageActions } from './image-actions.tsx'
import {
  type ImageKey,
  type ImageRow,
  imageKeys,
  imageRows,
  imageSortValues,
  searchImages,
} from './image-rows.ts'
import { nextSort, parseSort, type Sort, sortRows, sortText } from './sort.ts'
import { type ImageColumn, useImageColumns } from './use-image-columns.ts'

const newestFirst: Sort<ImageKey> = { column: 'created', direction: 'descending' }

type ImageListProps = {
  /** `null` while the list loads. */
  catalog: Catalog | null
  /** Where the view's heading has room for what acts on the whole list. */
  actions: HTMLElement | null
}

/** `Image generation models`: they have units of their own, so they are never mixed with the others. */
export function ImageList({ catalog, actions }: ImageListProps): ReactNode {
  const { t } = useTranslation('models')
  const { preferences } = usePreferences()
  const scroll = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useSearchText()
  const { sortParam } = useModelsState()
  const all = useMemo(() => imageRows(catalog?.imageModels ?? []), [catalog])
  const found = searchImages(all, search)
  const columns = useImageColumns(all, preferences.priceUnit)
  if (catalog?.imageModels.length === 0) return <EmptyList kind="images" />
  const count =
    found.length === all.length
      ? t('count', { count: all.length, shown: all.length })
      : t('countOf', { shown: found.length, total: all.length })
  return (
    <>
      {actions !== null &&
        catalog !== null &&
        createPortal(
          <ImageActions catalog={catalog} rows={inOrder(found, sortParam)} columns={columns} />,
          actions,
        )}
      <ListFrame
        catalog={catalog}
        kind="images"
        scroll={scroll}
        toolbar={(enterTable) => (
          <div className="models-toolbar">
            <SearchField text={search} onText={setSearch} onLeave={enterTable} />
            <span className="quiet models-count" role="status" data-explain="model-count">
              {catalog !== null && count}
            </span>
            <PriceUnitSwitch />
          </div>
        )}
      >
        <ImageTable columns={columns} found={found} known={catalog !== null} scroll={scroll}>
          {t('noMatch', { text: search })}{' '}
          <Button kind="plain" onClick={() => setSearch('')}>
            {t('clearSearch')}
          </Button>
        </ImageTable>
      </ListFrame>
    </>
  )
}

/** The order of the table: what the address says, else the newest first. */
function inOrder(rows: readonly ImageRow[], sortParam: string | null): readonly ImageRow[] {
  const sort = parseSort(sortParam, imageKeys, newestFirst)
  return sortRows(rows, imageSortValues[sort.column], sort.direction)
}

type ImageTableProps = {
  columns: readonly ImageColumn[]
  found: readonly ImageRow[]
  known: boolean
  scroll: RefObject<HTMLElement | null>
  /** Said when nothing was found. */
  children: ReactNode
}

function ImageTable({ columns, found, known, scroll, children }: ImageTableProps): ReactNode {
  const { t } = useTranslation('models')
  const { rowHeight } = useDensity()
  const { sortParam, setSortParam, opened, open } = useModelsState()
  const sort = parseSort(sortParam, imageKeys, newestFirst)
  const rows = inOrder(found, sortParam)
  const onSort = useCallback(
    (pressed: ImageKey) =>
      setSortParam(sortText(nextSort(parseSort(sortParam, imageKeys, newestFirst), pressed))),
    [setSortParam, sortParam],
  )
  const nothing = (
    <tr className="no-match">
      <td colSpan={columns.length}>{children}</td>
    </tr>
  )
  return (
    <ModelTable
      label={t('table.images')}
      columns={columns}
      rows={rows}
      sorts={[sort]}
      onSort={onSort}
      opened={opened}
      onOpen={open}
      picks={null}
      scroll={scroll}
      rowHeight={rowHeight}
      placeholder={known ? rows.length === 0 && nothing : <TableSkeleton columns={columns.length} />}
    />
  )
}
