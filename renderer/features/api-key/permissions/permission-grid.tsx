import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualRows } from '../../../ui/virtual-rows.tsx'
import type { GridPlace } from './grid-keys.ts'
import type { GridRow, PermissionGrid } from './grid-model.ts'
import { type GridFrame, PermissionRow } from './grid-row.tsx'
import { useGridPlace } from './use-grid-place.ts'
import type { GridMark } from './use-grid-state.ts'

/** Up to here every row is in the page, so that the browser's own search finds it. */
const ALL_IN_PAGE = 100
const ROW_HEIGHT = 32
const HEADER_HEIGHT = 34

type PermissionTableProps = {
  grid: PermissionGrid
  /** Already filtered. */
  rows: readonly GridRow[]
  mark: GridMark | null
  onMark: (endpoint: string | null, model: string) => void
}

/** Endpoints × models. One cell is reached by Tab, keys move between cells, Enter or a press shows why. */
export function PermissionTable({ grid, rows, mark, onMark }: PermissionTableProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const scroll = useRef<HTMLDivElement>(null)
  const { columns } = grid
  const place = useGridPlace(rows, columns, mark)
  const choose = useCallback(
    (row: number, column: number) => {
      const model = rows[row]?.id
      if (model !== undefined) onMark(columns[column - 1]?.endpoint ?? null, model)
    },
    [rows, columns, onMark],
  )
  const frame = useFrame(grid, place.onFocus)
  return (
    <div ref={scroll} className="permission-scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA practices make a data grid of a table
        role="grid"
        aria-label={t('grid.label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className="permission-grid"
        onClick={(event) => {
          const pressed = pressedPlace(event.target)
          if (pressed !== null) choose(pressed.row, pressed.column)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault()
            choose(place.tabStop.row, place.tabStop.column)
          } else place.onKeyDown(event)
        }}
      >
        <Head grid={grid} />
        <tbody>
          <Rows rows={rows} frame={frame} place={place} scroll={scroll} />
        </tbody>
      </table>
    </div>
  )
}

/** The same object until the grid is another one, so that rows are drawn again only when they change. */
function useFrame(grid: PermissionGrid, onFocus: GridFrame['onFocus']): GridFrame {
  const latest = useRef(onFocus)
  useLayoutEffect(() => {
    latest.current = onFocus
  })
  return useMemo(() => ({ grid, onFocus: (row, column) => latest.current(row, column) }), [grid])
}

/** The answer that was pressed; `null` for a name or anything else. */
function pressedPlace(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest('td') : null
  const row = cell?.closest('tr')?.getAttribute('data-row')
  return cell === null || row === null || row === undefined
    ? null
    : { row: Number(row), column: cell.cellIndex }
}

function Head({ grid }: { grid: PermissionGrid }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="model-head">
          {t('grid.model')}
        </th>
        {grid.columns.map(({ endpoint, grant }) => (
          <th
            key={endpoint}
            scope="col"
            title={t(grant === null ? 'grid.columnRefused' : 'grid.columnGranted', { endpoint })}
            data-granted={grant !== null}
          >
            <bdi>{endpoint}</bdi>
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowsProps = {
  rows: readonly GridRow[]
  frame: GridFrame
  place: ReturnType<typeof useGridPlace>
  scroll: React.RefObject<HTMLElement | null>
}

function Rows({ rows, frame, place, scroll }: RowsProps): ReactNode {
  const at = (where: { row: number; column: number } | null, index: number) =>
    where?.row === index ? where.column : null
  const renderRow = (index: number) => {
    const row = rows[index]
    if (row === undefined) return null
    return (
      <PermissionRow
        key={row.id}
        row={row}
        index={index}
        frame={frame}
        tabStop={at(place.tabStop, index)}
        focusWanted={at(place.wanted, index)}
        marked={at(place.marked, index)}
      />
    )
  }
  if (rows.length <= ALL_IN_PAGE) return rows.map((_, index) => renderRow(index))
  return (
    <VirtualRows
      count={rows.length}
      kept={place.tabStop.row}
      renderRow={renderRow}
      scroll={scroll}
      rowHeight={ROW_HEIGHT}
      headerHeight={HEADER_HEIGHT}
    />
  )
}
