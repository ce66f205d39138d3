import { toCsv } from '../../../shared/ledger/csv.ts'
import { formatUsd } from '../../../shared/money/ticks.ts'
import { usdText } from '../../app/spend/usd-text.ts'

/** One cell: what is read on screen, and what stands in the file; `null` = unknown, an empty cell. */
type DrawnCell = { text: string; value: string | number | bigint | null }
/**
 * `header` is read on screen, in its language; `file` heads the column of the CSV, the same in every language, because
 * programs read it. A group has only its own name.
 */
export type DrawnColumn = { key: string; header: string; file?: string; kind: 'text' | 'number' }

/** What a chart draws, as numbers: its table on screen and its CSV are both made of this. */
export type DrawnTable = { columns: readonly DrawnColumn[]; rows: readonly (readonly DrawnCell[])[] }

/** The file of a chart: the columns and rows of its table, numbers without separators and to the last digit. */
export function drawnCsv({ columns, rows }: DrawnTable): string {
  return toCsv(
    columns.map(({ key, header, file = header, kind }) => ({ key, header: file, kind })),
    rows.map((cells) => cells.map(({ value }) => value)),
  )
}

export function words(text: string): DrawnCell {
  return { text, value: text }
}

/** Whether all is known, in words on screen and as `true` or `false` in the file. */
export function complete(isComplete: boolean, say: { yes: string; no: string }): DrawnCell {
  return { text: isComplete ? say.yes : say.no, value: String(isComplete) }
}

/** Exact dollars; "at least" is told by a column of its own. */
export function money(ticks: bigint): DrawnCell {
  return { text: usdText(ticks), value: formatUsd(ticks, { digits: 'exact' }).replace('$', '') }
}

export function count(number: number, locale: string): DrawnCell {
  return { text: new Intl.NumberFormat(locale).format(number), value: number }
}

/** A measured number with at most so many decimals; `unknown` is the word for none. */
export function measured(
  number: number | null,
  decimals: number,
  locale: string,
  unknown: string,
): DrawnCell {
  if (number === null) return { text: unknown, value: null }
  const rounded = Number(number.toFixed(decimals))
  return {
    text: new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(rounded),
    value: rounded,
  }
}
