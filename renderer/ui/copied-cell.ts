import type { CopiedTable } from '../../shared/export/table-text.ts'

type CopiedCell = CopiedTable['rows'][number][number]

/** Dollars and groups of three digits, as `Intl` and `formatUsd` write them in the languages we speak. */
const NUMBER = /^-?\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/**
 * A cell that reads `text`. In a column of numbers its value is the bare number, to the last digit that is shown; the
 * word for unknown, and nothing at all, are no value.
 */
export function copiedCell(text: string, numeric: boolean, unknown: string): CopiedCell {
  if (text === '' || text === unknown) return { text, value: null }
  return { text, value: numeric && NUMBER.test(text) ? text.replaceAll(/[$,]/g, '') : text }
}
