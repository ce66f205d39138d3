import type { NumberTerm } from '../../../app/help/number-term.ts'
import type { Cell } from './cell.ts'

/** One column of a model table. The first one holds the ids, which the table itself renders. */
export type Column<Key extends string, Row> = {
  key: Key
  label: string
  /** Stands in the header so that no cell repeats it. `spoken` goes on where `shown` is cut short. */
  unit: { shown: string; spoken: string | null } | null
  numeric: boolean
  /** Which kind of number the column holds; `null` when none that needs explaining. */
  explain: NumberTerm | null
  mono: boolean
  /** Pixels, padding included; `null` takes what is left over, at least `MIN_FLUID`. */
  width: number | null
  cell: (row: Row) => Cell
}

/** Aliases are still worth reading at this width (px). */
const MIN_FLUID = 112
/** The column of checkboxes (px). */
export const SELECT_WIDTH = 34

/** The narrowest the table can be (px); below that it scrolls, with the ids staying in place. */
export function tableWidth(columns: readonly { width: number | null }[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? MIN_FLUID), SELECT_WIDTH)
}
