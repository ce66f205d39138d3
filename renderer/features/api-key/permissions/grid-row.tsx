import { memo, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cellReason } from './grid-cell-reason.ts'
import type { GridColumn, GridRow, PermissionGrid } from './grid-model.ts'

/** What the rows share. Columns count from 0, which is the name of the model. */
export type GridFrame = {
  grid: PermissionGrid
  onFocus: (row: number, column: number) => void
}

type PermissionRowProps = {
  row: GridRow
  index: number
  frame: GridFrame
  /** The column that Tab reaches, when it is in this row. */
  tabStop: number | null
  /** The column that takes the focus as soon as it exists. */
  focusWanted: number | null
  /** The column that the address marks. */
  marked: number | null
}

/** One model. The header and the two sides of each answer are told apart by words and a sign, not by colour alone. */
export const PermissionRow = memo(function PermissionRow(props: PermissionRowProps): ReactNode {
  const { row, index, frame, tabStop, focusWanted, marked } = props
  const line = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => {
    if (focusWanted === null) return
    const cell = line.current?.cells[focusWanted]
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focusWanted])
  return (
    <tr ref={line} aria-rowindex={index + 2} data-row={index} data-model={row.id} data-kind={row.kind}>
      <th scope="row" tabIndex={tabStop === 0 ? 0 : -1} onFocus={() => frame.onFocus(index, 0)}>
        <RowName row={row} />
      </th>
      {frame.grid.columns.map((column, at) => (
        <Cell
          key={column.endpoint}
          row={row}
          column={column}
          frame={frame}
          place={{ row: index, column: at + 1 }}
          isTabStop={tabStop === at + 1}
          isMarked={marked === at + 1}
        />
      ))}
    </tr>
  )
})

function RowName({ row }: { row: GridRow }): ReactNode {
  const { t } = useTranslation('apiKey')
  const aliases = row.aliases.join(', ')
  return (
    <span
      className="permission-name"
      title={aliases === '' ? row.id : t('grid.also', { id: row.id, aliases })}
    >
      <bdi className="mono">{row.id}</bdi>
      {aliases !== '' && <span className="quiet mono">, {aliases}</span>}
      {row.kind === 'unlisted' && <span className="row-kind"> {t('grid.unlisted')}</span>}
      {row.kind === 'image' && <span className="row-kind"> {t('grid.image')}</span>}
    </span>
  )
}

type CellProps = {
  row: GridRow
  column: GridColumn
  frame: GridFrame
  place: { row: number; column: number }
  isTabStop: boolean
  isMarked: boolean
}

function Cell({ row, column, frame, place, isTabStop, isMarked }: CellProps): ReactNode {
  const { t } = useTranslation('apiKey')
  const reason = cellReason(frame.grid, row, column)
  const allowed = reason === 'allowed'
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: not every reader infers it from the grid around
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isMarked ? 'true' : undefined}
      data-reason={reason}
      className={allowed ? 'may' : 'may-not'}
      title={t(`grid.reason.${reason}`, { endpoint: column.endpoint, model: row.id })}
      onFocus={() => frame.onFocus(place.row, place.column)}
    >
      <span aria-hidden="true" className="cell-sign">
        {allowed ? '✓' : '✕'}
      </span>{' '}
      {t(`grid.short.${reason}`)}
    </td>
  )
}
