import { fieldOf, isEntry, type JsonEntry } from '../catalog/json-entry.ts'

/** The first of `names` that is told, as a count; with `part`, that field inside it. `null` when it is not one. */
export function countAt(usage: JsonEntry, names: readonly string[], part?: string): number | null {
  const told = names.map((name) => fieldOf(usage, name)).find((value) => (value ?? null) !== null)
  if (part === undefined) return count(told)
  return isEntry(told) ? count(fieldOf(told, part)) : null
}

/** Counts are JSON numbers; one in a string would be somebody else's protocol. */
export function count(value: unknown): number | null {
  // Adding zero turns -0 into 0.
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value + 0 : null
}

/** Sum of counts; `null` when one is unknown or the sum is not exact. */
export function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (total, one) => (total === null || one === null ? null : count(total + one)),
    0,
  )
}
