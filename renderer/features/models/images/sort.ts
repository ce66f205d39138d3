/** What a row is sorted by; `null` = unknown. */
export type SortValue = string | number | bigint | boolean | null

type SortDirection = 'ascending' | 'descending'
export type Sort<Key extends string> = { column: Key; direction: SortDirection }

const names = new Intl.Collator('en', { numeric: true })

function compareKnown(a: NonNullable<SortValue>, b: NonNullable<SortValue>): number {
  if (typeof a === 'string' || typeof b === 'string') return names.compare(String(a), String(b))
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * A sorted copy. Rows with equal values keep their order in both directions; rows without a value come last in both,
 * so that unknown prices are neither the cheapest nor the dearest.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => SortValue,
  direction: SortDirection,
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((left, right) => {
    const a = sortValue(left)
    const b = sortValue(right)
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * compareKnown(a, b)
  })
}

/** The sort after a press on a header: a new column starts ascending, the same column turns round. */
export function nextSort<Key extends string>(now: Sort<Key>, pressed: Key): Sort<Key> {
  const turned = now.column === pressed && now.direction === 'ascending'
  return { column: pressed, direction: turned ? 'descending' : 'ascending' }
}

/** `price` or `-price` (descending), as it stands in the address; anything else gives `fallback`. */
export function parseSort<Key extends string>(
  text: string | null,
  keys: readonly Key[],
  fallback: Sort<Key>,
): Sort<Key> {
  if (text === null) return fallback
  const descending = text.startsWith('-')
  const column = keys.find((known) => known === (descending ? text.slice(1) : text))
  return column === undefined ? fallback : { column, direction: descending ? 'descending' : 'ascending' }
}

/** The inverse of `parseSort`. */
export function sortText<Key extends string>({ column, direction }: Sort<Key>): string {
  return direction === 'descending' ? `-${column}` : column
}
