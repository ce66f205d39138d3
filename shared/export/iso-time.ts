/** The last ms of the year 9999: beyond it ISO writes years with a sign. */
const LAST_MS = 253_402_300_799_999

/** A time (UTC ms) in ISO 8601; `null` when unknown or beyond the years that have four digits. */
export function isoTime(ms: number | null): string | null {
  return ms === null || Math.abs(ms) > LAST_MS ? null : new Date(ms).toISOString()
}
