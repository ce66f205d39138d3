import { toCsv } from '../ledger/csv.ts'
import { guardedText } from '../ledger/csv-cell.ts'
import { toMarkdownTable } from './markdown-table.ts'

/** A table as it is copied: what is read on screen, and what a program is given; `null` = unknown. */
export type CopiedTable = {
  columns: readonly { header: string; kind: 'text' | 'number' }[]
  rows: readonly (readonly CopiedCell[])[]
}
type CopiedCell = { text: string; value: string | number | bigint | null }

export type TableFormat = 'tsv' | 'csv' | 'markdown'

/**
 * Such a table as text. CSV and TSV hold numbers to the last digit without separators and no text that a spreadsheet
 * takes for a formula; Markdown holds what is read on screen.
 */
export function tableText(table: CopiedTable, format: TableFormat): string {
  const { columns, rows } = table
  switch (format) {
    case 'csv':
      return toCsv(
        columns.map(({ header, kind }, index) => ({ key: String(index), header, kind })),
        rows.map((cells) => cells.map(({ value }) => value)),
      )
    case 'tsv':
      return [headers(table), ...cellsOf(table)].map((cells) => `${cells.join('\t')}\n`).join('')
    case 'markdown':
      return toMarkdownTable(
        columns.map(({ header, kind }) => ({ header, align: kind === 'number' ? 'right' : 'left' })),
        rows.map((cells) => cells.map(({ text }) => text)),
      )
  }
}

/** The same as HTML, which spreadsheets and documents paste as a table. */
export function tableHtml(table: CopiedTable): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const body = cellsOf(table).map((cells) => row(cells, 'td'))
  return `<table><thead>${row(headers(table), 'th')}</thead><tbody>${body.join('')}</tbody></table>`
}

function headers({ columns }: CopiedTable): string[] {
  return columns.map(({ header }) => plainCell(header))
}

function cellsOf({ columns, rows }: CopiedTable): string[][] {
  return rows.map((cells) =>
    cells.map(({ value }, index) => {
      if (value === null) return ''
      const isNumber = columns[index]?.kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(String(value))
      return isNumber ? String(value) : plainCell(String(value))
    }),
  )
}

/** In one line and without tabs, so that it needs no quotes, and no formula. */
function plainCell(text: string): string {
  return guardedText(text.replaceAll(/[\t\r\n\u2028\u2029]+/g, ' '))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
