import { numberCell, textCell } from './csv-cell.ts'

/**
 * `key` is the field of a row; `header` (or `title`) heads the column, else the key does. In a `number` column, text
 * that is a plain decimal number is written as a number; in a `text` column, the default, text is always text.
 */
export type CsvColumn = string | { key: string; header?: string; title?: string; kind?: 'text' | 'number' }

/** Numbers and bigints stay numbers, booleans are `true` and `false`, `null` and `undefined` are empty cells. */
type CsvValue = string | number | bigint | boolean | null | undefined

/** Values by key, or in the order of the columns. */
export type CsvRow = Readonly<Record<string, CsvValue>> | readonly CsvValue[]

/**
 * A table as CSV after RFC 4180: a header line, then one line for each row, every line ended by CR LF. Text cells
 * cannot become formulas (see `textCell`). An unknown number is an empty cell, never 0.
 */
export function toCsv(columns: readonly CsvColumn[], rows: readonly CsvRow[]): string {
  const columnsInFull = columns.map((column) => (typeof column === 'string' ? { key: column } : column))
  const header = columnsInFull.map(({ key, header, title }) => textCell(header ?? title ?? key))
  const lines = rows.map((row) =>
    columnsInFull.map(({ key, kind }, index) => cellOf(cellValue(row, key, index), kind ?? 'text')),
  )
  return [header, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function cellValue(row: CsvRow, key: string, index: number): CsvValue {
  if (isPositional(row)) return row[index]
  return Object.hasOwn(row, key) ? row[key] : undefined
}

function isPositional(row: CsvRow): row is readonly CsvValue[] {
  return Array.isArray(row)
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

function cellOf(value: CsvValue, kind: 'text' | 'number'): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return numberCell(value)
  const text = String(value)
  return kind === 'number' && PLAIN_NUMBER.test(text) ? text : textCell(text)
}
