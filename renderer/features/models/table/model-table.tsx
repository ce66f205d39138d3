import { lazy, type ReactNode, type RefObject, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, SELECT_WIDTH, tableWidth } from './columns.ts'
import { ModelRow, type RowFrame } from './model-row.tsx'
import type { Picks } from './pick-cell.tsx'
import { type RowCells, rowCells } from './row-cells.ts'
import { rowAfterKey } from './row-keys.ts'
import { SortHeader } from './sort-header.tsx'
import type { SortOrder } from './sort-order.ts'

const VirtualRows = lazy(async () => ({
  default: (await import('../../../ui/virtual-rows.tsx')).VirtualRows,
}))

/** Up to here every row is in the page: nothing to gain from leaving some out, and the browser's own search works. */
const ALL_IN_PAGE = 200
/** Until the windowed rows are loaded. */
const FIRST_ROWS = 40
const HEADER_HEIGHT = 60

export type ModelTableProps<Key extends string, Row extends { id: string }> = {
  label: string
  columns: readonly Column<Key, Row>[]
  /** Already filtered and sorted. */
  rows: readonly Row[]
  sorts: readonly SortOrder[]
  onSort: (key: Key, add: boolean) => void
  opened: string | null
  onOpen: (id: string) => void
  picks: Picks | null
  /** What the table scrolls in. */
  scroll: RefObject<HTMLElement | null>
  /** Height of a row (px). */
  rowHeight: number
  /** Shown in place of the rows: a skeleton, or why there are none. */
  placeholder?: ReactNode
}

/**
 * A table of models. One row is reached by Tab, the arrow keys move between rows, Enter opens one; a press anywhere
 * on a row opens it too.
 */
export function ModelTable<Key extends string, Row extends { id: string }>(
  props: ModelTableProps<Key, Row>,
): ReactNode {
  const { columns, rows } = props
  const { frame, tabStop, moveTo } = useRowFrame(props)
  const cellsOf = useMemo(() => rowCells(columns), [columns])
  const { sorts, onSort } = props
  const withPicks = props.picks !== null
  const head = useMemo(() => {
    return <Head columns={columns} sorts={sorts} onSort={onSort} withPicks={withPicks} />
  }, [columns, sorts, onSort, withPicks])
  return (
    <table
      className={props.picks === null ? 'model-table' : 'model-table with-picks'}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      style={{ minWidth: `${tableWidth(columns)}px` }}
    >
      {head}
      <tbody
        onKeyDown={(event) => {
          const target = rowAfterKey(event.key, tabStop, rows.length)
          const row = target === null ? undefined : rows[target]
          if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return
          event.preventDefault()
          moveTo(row.id)
        }}
      >
        {props.placeholder}
        <Rows
          rows={rows}
          cellsOf={cellsOf}
          frame={frame}
          kept={tabStop}
          scroll={props.scroll}
          rowHeight={props.rowHeight}
        />
      </tbody>
    </table>
  )
}

/** What all rows share, and the one that Tab reaches: the one that had the focus, else the opened one, else the first. */
function useRowFrame<Row extends { id: string }>(props: {
  rows: readonly Row[]
  opened: string | null
  picks: Picks | null
  onOpen: (id: string) => void
}) {
  const { rows, opened, picks, onOpen } = props
  const [focused, setFocused] = useState<string | null>(null)
  const [focusWanted, moveTo] = useState<string | null>(null)
  const tabStop = useMemo(() => {
    const place = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id))
    return [focusWanted, focused, opened].map(place).find((found) => found !== -1) ?? 0
  }, [rows, focusWanted, focused, opened])
  const tabStopId = rows[tabStop]?.id ?? null
  const frame = useMemo<RowFrame>(
    () => ({
      opened,
      tabStop: tabStopId,
      focusWanted,
      picks,
      onOpen,
      onFocus: (id) => {
        setFocused(id)
        moveTo(null)
      },
    }),
    [opened, tabStopId, focusWanted, picks, onOpen],
  )
  return { frame, tabStop, moveTo }
}

type HeadProps<Key extends string, Row extends { id: string }> = Pick<
  ModelTableProps<Key, Row>,
  'columns' | 'sorts' | 'onSort'
> & { withPicks: boolean }

function Head<Key extends string, Row extends { id: string }>(props: HeadProps<Key, Row>): ReactNode {
  const { t } = useTranslation('models')
  return (
    <thead>
      <tr aria-rowindex={1}>
        {props.withPicks && (
          <th scope="col" className="pick-head" style={{ width: `${SELECT_WIDTH}px` }}>
            <span className="visually-hidden">{t('pickColumn')}</span>
          </th>
        )}
        {props.columns.map((column) => (
          <SortHeader key={column.key} column={column} sorts={props.sorts} onSort={props.onSort} />
        ))}
      </tr>
    </thead>
  )
}

type RowsProps<Row> = {
  rows: readonly Row[]
  cellsOf: (row: Row) => RowCells
  frame: RowFrame
  kept: number
  scroll: RefObject<HTMLElement | null>
  rowHeight: number
}

function Rows<Row extends { id: string }>(props: RowsProps<Row>): ReactNode {
  const { rows, cellsOf, frame, kept, scroll, rowHeight } = props
  const renderRow = (index: number) => {
    const row = rows[index]
    if (row === undefined) return null
    return <ModelRow key={row.id} id={row.id} index={index} cells={cellsOf(row)} frame={frame} />
  }
  if (rows.length <= ALL_IN_PAGE) return rows.map((_, index) => renderRow(index))
  return (
    <Suspense fallback={rows.slice(0, FIRST_ROWS).map((_, index) => renderRow(index))}>
      <VirtualRows
        count={rows.length}
        kept={kept}
        renderRow={renderRow}
        scroll={scroll}
        rowHeight={rowHeight}
        headerHeight={HEADER_HEIGHT}
      />
    </Suspense>
  )
}
