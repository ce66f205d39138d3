import type { ReactNode } from 'react'
import type { SortValue } from './sort.ts'

/** One column of a model table. `cell` renders the whole `td`; the first column is rendered by the table itself. */
export type Column<Key extends string, Row> = {
  key: Key
  label: string
  /** Stands in the header so that no cell repeats it. */
  unit: string | null
  numeric: boolean
  value: (row: Row) => SortValue
  cell: (row: Row) => ReactNode
}
