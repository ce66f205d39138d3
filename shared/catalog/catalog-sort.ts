import { type CatalogRow, catalogValue } from './catalog-row.ts'
import type { CatalogColumn, SortKey } from './catalog-view.ts'

type Known = NonNullable<ReturnType<typeof catalogValue>>

/** Numbers inside names count as numbers: `grok-4.9` before `grok-4.20` is what a person expects of a list. */
const names = new Intl.Collator('en', { numeric: true })

/**
 * A sorted copy. The first key decides, then the next; rows that are equal in all of them keep their order in both
 * directions. Unknown values come last in both: they are neither the cheapest nor the dearest.
 */
export function sortCatalog<Row extends CatalogRow>(rows: readonly Row[], sort: readonly SortKey[]): Row[] {
  if (sort.length === 0) return [...rows]
  const keyed = rows.map((row) => ({ row, values: sort.map(({ column }) => catalogValue(row, column)) }))
  keyed.sort((left, right) => {
    for (const [index, { direction }] of sort.entries()) {
      const a = left.values[index] ?? null
      const b = right.values[index] ?? null
      const order =
        a === null || b === null ? Number(a === null) - Number(b === null) : signed(a, b, direction)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

/**
 * The keys after a press on a header. Alone (`add` false), the pressed column becomes the only key. With `add`, as with
 * Shift held, it joins as the last one. A column that is already a key turns round in its place.
 */
export function sortAfterPress(sort: readonly SortKey[], column: CatalogColumn, add: boolean): SortKey[] {
  const now = sort.find((key) => key.column === column)
  const direction = now?.direction === 'ascending' ? 'descending' : 'ascending'
  if (!add) return [{ column, direction: sort.length === 1 || sort[0] === now ? direction : 'ascending' }]
  if (now === undefined) return [...sort, { column, direction: 'ascending' }]
  return sort.map((key) => (key === now ? { column, direction } : key))
}

function signed(a: Known, b: Known, direction: SortKey['direction']): number {
  return direction === 'ascending' ? compareKnown(a, b) : -compareKnown(a, b)
}

function compareKnown(a: Known, b: Known): number {
  if (typeof a === 'string' && typeof b === 'string') return names.compare(a, b)
  return a < b ? -1 : Number(a > b)
}
