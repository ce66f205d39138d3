/** The size of a run. `npm run faults` sets both; `npm test` takes the short one with a seed that never changes. */
const longRun = process.env['TOKENBOOK_FAULTS'] === 'long'

/** From this every choice of a run follows: the same seed is the same run. */
export const faultSeed = wholeNumber(process.env['TOKENBOOK_FAULT_SEED']) ?? 20_260_901

/** How many of something to try. `name` is the variable that overrides it. */
export function howMany(name: string, counts: { short: number; long: number }): number {
  return wholeNumber(process.env[name]) ?? (longRun ? counts.long : counts.short)
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}
