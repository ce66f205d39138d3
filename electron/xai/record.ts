export type JsonRecord = Readonly<Record<string, unknown>>

/** Whether it is an object with names, not an array and not null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
