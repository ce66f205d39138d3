import { type Cell, plainCell } from './cell.ts'
import type { Column } from './columns.ts'

/** A cell with what its column says of all its cells. */
export type RowCell = Cell & { key: string; numeric: boolean; mono: boolean }

/** A row's cells: the head is its id, with a mark when there is something to say of the model as such. */
export type RowCells = { head: Cell; others: readonly RowCell[] }

/**
 * What a row says. Made once for each row and set of columns: rows come and go while a person types
 * and scrolls, and what they say stays the same.
 */
export function rowCells<Row extends { id: string }>(
  columns: readonly Column<string, Row>[],
): (row: Row) => RowCells {
  const known = new WeakMap<Row, RowCells>()
  const [first, ...rest] = columns
  return (row) => {
    const found = known.get(row)
    if (found !== undefined) return found
    const made = {
      head: first?.cell(row) ?? plainCell(row.id),
      others: rest.map(({ key, numeric, mono, cell }) => ({ ...cell(row), key, numeric, mono })),
    }
    known.set(row, made)
    return made
  }
}
