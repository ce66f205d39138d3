import { type CopiedTable, tableText } from '../../../../shared/export/table-text.ts'
import { toCsv } from '../../../../shared/ledger/csv.ts'
import { cellReason } from './grid-cell-reason.ts'
import type { CellReason, GridRow, PermissionGrid } from './grid-model.ts'

type Source = { host: string; demo: boolean; key: string | null; readAt: number }

/** One line for each cell on screen, so that a spreadsheet can filter and pivot it. Times are ISO 8601 in UTC. */
export function gridCsv(grid: PermissionGrid, rows: readonly GridRow[], source: Source): string {
  const columns = ['model', 'aliases', 'endpoint', 'allowed', 'reason', 'key', 'host', 'demo', 'readAt']
  const readAt = new Date(source.readAt).toISOString()
  return toCsv(
    columns,
    rows.flatMap((row) =>
      grid.columns.map((column) => {
        const reason = cellReason(grid, row, column)
        return {
          model: row.id,
          aliases: row.aliases.join(' '),
          endpoint: column.endpoint,
          allowed: reason === 'allowed',
          reason,
          key: source.key,
          host: source.host,
          demo: source.demo,
          readAt,
        }
      }),
    ),
  )
}

type GridWords = { model: string; aliases: string; cell: (reason: CellReason) => string }

/** The grid as it stands on screen: a line for each model, a column for each endpoint. */
export function gridTable(grid: PermissionGrid, rows: readonly GridRow[], words: GridWords): CopiedTable {
  const heads = [words.model, words.aliases, ...grid.columns.map(({ endpoint }) => endpoint)]
  const lines = rows.map((row) => [
    row.id,
    row.aliases.join(', '),
    ...grid.columns.map((column) => words.cell(cellReason(grid, row, column))),
  ])
  return {
    columns: heads.map((header) => ({ header, kind: 'text' })),
    rows: lines.map((cells) => cells.map((text) => ({ text, value: text }))),
  }
}

/** The same as a Markdown table; below it whose permissions these are. */
export function gridMarkdown(table: CopiedTable, source: string): string {
  return `${tableText(table, 'markdown')}\n${source}\n`
}
