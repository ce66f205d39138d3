import type { Cell } from './cell.ts'
import type { Column } from './columns.ts'

/** A cell with what its column says of all its cells. */
export type RowCell = Cell & { key: string; numeric: boolean; mono: boolean }

/**
 * The cells of a row, without the id. Made once for each row and set of columns: rows come and go while a person types
 * and scrolls, and what they say stays the same.
 */
export function rowCells<Row extends { id: string }>(
  columns: readonly Column<string, Row>[],
): (row: Row) => readonly RowCell[] {
  const known = new WeakMap<Row, readonly RowCell[]>()
  const others = columns.slice(1)
  return (row) => {
    const found = known.get(row)
    if (found !== undefined) return found
    const made = others.map(({ key, numeric, mono, cell }) => ({ ...cell(row), key, numeric, mono }))
    known.set(row, made)
    return made
  }
}
