import { cellReason } from './grid-cell-reason.ts'
import type { GridRow, PermissionGrid } from './grid-model.ts'

/** `usable`: at least one endpoint takes the model; `refused`: at least one does not. */
export type GridShow = 'all' | 'usable' | 'refused'

/** The rows whose id or an alias holds every word of `text`, of those that `show` asks for. */
export function filteredRows(grid: PermissionGrid, text: string, show: GridShow): readonly GridRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0 && show === 'all') return grid.rows
  return grid.rows.filter((row) => isShown(grid, row, show) && holds(row, words))
}

function holds({ id, aliases }: GridRow, words: readonly string[]): boolean {
  return words.every((word) => [id, ...aliases].some((name) => name.toLowerCase().includes(word)))
}

function isShown(grid: PermissionGrid, row: GridRow, show: GridShow): boolean {
  if (show === 'all') return true
  const allowed = grid.columns.filter((column) => cellReason(grid, row, column) === 'allowed').length
  return show === 'usable' ? allowed > 0 : allowed < grid.columns.length
}

/** The row of the model that has this name, as id first; -1 when there is none. */
export function rowOfName(rows: readonly GridRow[], name: string): number {
  const exact = rows.findIndex(({ id }) => id === name)
  return exact === -1 ? rows.findIndex(({ aliases }) => aliases.includes(name)) : exact
}
