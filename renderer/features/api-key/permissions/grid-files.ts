import { toMarkdownTable } from '../../../../shared/export/markdown-table.ts'
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

type MarkdownWords = { model: string; aliases: string; cell: (reason: CellReason) => string; source: string }

/** The grid as it stands on screen, as a Markdown table; below it whose permissions these are. */
export function gridMarkdown(grid: PermissionGrid, rows: readonly GridRow[], words: MarkdownWords): string {
  const heads = [words.model, words.aliases, ...grid.columns.map(({ endpoint }) => endpoint)]
  const lines = rows.map((row) => [
    row.id,
    row.aliases.join(', '),
    ...grid.columns.map((column) => words.cell(cellReason(grid, row, column))),
  ])
  const table = toMarkdownTable(
    heads.map((header) => ({ header, align: 'left' as const })),
    lines,
  )
  return `${table}\n${words.source}\n`
}
