import { isoTime } from '../export/iso-time.ts'
import { toMarkdownTable } from '../export/markdown-table.ts'
import { type CsvColumn, toCsv } from '../ledger/csv.ts'
import { formatPrice, type PriceUnit } from '../money/price-unit.ts'
import { type CatalogRow, catalogValue } from './catalog-row.ts'
import { type CatalogColumn, TOKEN_PRICE_COLUMNS } from './catalog-view.ts'

/** A shown column and the words that head it on screen. */
type ExportColumn = { column: CatalogColumn; header: string }

/**
 * What is on screen: these rows in this order, these columns in this order. Prices are in `unit`; JSON has them in
 * ticks beside that, so that nothing is lost. `host` and `readAt` (UTC ms, `null` = unknown) say whose list it is.
 */
export type CatalogExport = {
  rows: readonly CatalogRow[]
  columns: readonly ExportColumn[]
  unit: PriceUnit
  host: string
  demo: boolean
  readAt: number | null
}

const PRICES: ReadonlySet<CatalogColumn> = new Set(TOKEN_PRICE_COLUMNS)
const NUMBERS: ReadonlySet<CatalogColumn> = new Set([...PRICES, 'context', 'longContextThreshold', 'search'])

/**
 * CSV with one number to a cell, and the unit in the header: dollars in the unit, or ticks when the unit is `raw`;
 * `search` is ticks per source. Unknown is an empty cell. `created` is an ISO day in UTC.
 */
export function catalogCsv({ rows, columns, unit, ...from }: CatalogExport): string {
  const kinds = columns.map(({ column, header }): CsvColumn => {
    const kind = NUMBERS.has(column) ? 'number' : 'text'
    return { key: column, kind, header: PRICES.has(column) ? `${header} (${unitWords(unit)})` : header }
  })
  const about: CsvColumn[] = [{ key: 'host' }, { key: 'demo' }, { key: 'readAt' }]
  const cells = rows.map((row) => [
    ...columns.map(({ column }) => exportValue(row, column, unit)),
    from.host,
    from.demo,
    isoTime(from.readAt),
  ])
  return toCsv([...kinds, ...about], cells)
}

/** JSON: `rows` with the value of every shown column; money as ticks per token in text, `null` = unknown. */
export function catalogJson({ rows, columns, unit, host, demo, readAt }: CatalogExport): string {
  const body = {
    host,
    demo,
    readAt: isoTime(readAt),
    priceUnit: 'ticks per token; 1 tick = 1e-10 USD',
    shownUnit: unit,
    columns: columns.map(({ column, header }) => ({ key: column, header })),
    models: rows.map((row) =>
      Object.fromEntries(columns.map(({ column }) => [column, jsonValue(row, column)])),
    ),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}

/** A Markdown table with prices as they stand on screen; unknown is `–`, as there. */
export function catalogMarkdown({ rows, columns, unit, host, demo, readAt }: CatalogExport): string {
  const heads = columns.map(({ column, header }) => ({
    header: PRICES.has(column) ? `${header} (${unitWords(unit)})` : header,
    align: NUMBERS.has(column) ? ('right' as const) : ('left' as const),
  }))
  const cells = rows.map((row) => columns.map(({ column }) => markdownValue(row, column, unit)))
  const source = [demo ? 'Demo' : host, readAt === null ? null : `read ${isoTime(readAt)}`]
  const note = source.filter((part) => part !== null).join(', ')
  return `${toMarkdownTable(heads, cells)}\n${note}\n`
}

function exportValue(row: CatalogRow, column: CatalogColumn, unit: PriceUnit) {
  const value = catalogValue(row, column)
  if (column === 'created') return dayOf(row)
  if (typeof value !== 'bigint' || !PRICES.has(column)) return value
  return formatPrice(value, unit).replace('$', '')
}

function jsonValue(row: CatalogRow, column: CatalogColumn): unknown {
  if (column === 'aliases') return row.aliases
  if (column === 'inputModalities') return row.model.inputModalities
  if (column === 'outputModalities') return row.model.outputModalities
  if (column === 'context') return row.context
  if (column === 'permission') return row.may
  const value = catalogValue(row, column)
  return typeof value === 'bigint' ? value.toString() : value
}

function markdownValue(row: CatalogRow, column: CatalogColumn, unit: PriceUnit): string {
  const value = catalogValue(row, column)
  if (value === null) return '–'
  if (column === 'created') return dayOf(row) ?? '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'bigint' && PRICES.has(column) ? formatPrice(value, unit) : String(value)
}

function unitWords(unit: PriceUnit): string {
  switch (unit) {
    case 'per-million':
      return 'USD per 1M tokens'
    case 'per-thousand':
      return 'USD per 1K tokens'
    case 'per-token':
      return 'USD per token'
    case 'raw':
      return 'ticks per token'
  }
}

function dayOf({ model }: CatalogRow): string | null {
  return model.created === null ? null : (isoTime(model.created * 1000)?.slice(0, 10) ?? null)
}
