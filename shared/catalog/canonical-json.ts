import { isEntry } from './json-entry.ts'

/**
 * The same text for two JSON values that say the same: fields in the order of their names, and lists of nothing but
 * text sorted, because the API lists names and modalities in no order that means something. A `bigint` is its digits.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null'
}

function ordered(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) {
    const list = Array.from<unknown>(value)
    return list.every((one) => typeof one === 'string') ? [...list].sort() : list.map(ordered)
  }
  if (!isEntry(value)) return value
  const names = Object.keys(value).sort()
  // `fromEntries` defines properties, so a field named `__proto__` stays data.
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]))
}
