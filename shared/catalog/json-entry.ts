/** A JSON object, or anything that looks like one. */
export type JsonEntry = Readonly<Record<string, unknown>>

/** Whether it is an object with names, not an array and not null. */
export function isEntry(value: unknown): value is JsonEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entry's own field, `undefined` when there is none: what it inherits, or calls `__proto__`, is not data. */
export function fieldOf(entry: JsonEntry, name: string): unknown {
  return Object.hasOwn(entry, name) ? entry[name] : undefined
}

/**
 * A whole number, zero or more, that a JSON number holds exactly; `null` for everything else. Plain digits in a
 * string count too: the management API writes its prices like that (reference 1).
 */
export function wholeNumber(value: unknown): number | null {
  if (typeof value === 'string') return /^\d{1,16}$/.test(value) ? safe(Number(value)) : null
  if (typeof value === 'bigint') return safe(Number(value))
  return typeof value === 'number' ? safe(value) : null
}

function safe(value: number): number | null {
  // Adding zero turns -0 into 0.
  return Number.isSafeInteger(value) && value >= 0 ? value + 0 : null
}

/** The last second of the year 9999 (Unix): most calendars have no day after it. */
export const LATEST_SECONDS = 253_402_300_799

/** What a value is, in a few words for a person; long text is cut. Never throws. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return value.length > 40
        ? `${JSON.stringify(value.slice(0, 40))}… (${value.length} characters)`
        : JSON.stringify(value)
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    default:
      return typeof value === 'object' ? 'an object' : `a ${typeof value}`
  }
}
