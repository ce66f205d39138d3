/** A cell of the grid: row and column count from 0; column 0 is the name of the model. */
export type GridPlace = { row: number; column: number }

export type GridSize = { rows: number; columns: number; page: number }

/** Where a key leads from a cell, or `null` for a key that moves nothing (the grid pattern of the ARIA practices). */
export function placeAfterKey(
  key: string,
  ctrl: boolean,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize,
): GridPlace | null {
  const last = { row: rows - 1, column: columns - 1 }
  const inRow = (to: number) => ({ row: Math.min(last.row, Math.max(0, to)), column })
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) }
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowDown':
      return inRow(row + 1)
    case 'ArrowUp':
      return inRow(row - 1)
    case 'PageDown':
      return inRow(row + page)
    case 'PageUp':
      return inRow(row - page)
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? last.row : row, column: last.column }
    default:
      return null
  }
}
