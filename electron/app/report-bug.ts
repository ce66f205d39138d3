import type { ReportBug } from '../services/report-bug.ts'
import { createRedactor } from '../xai/redact.ts'

const redact = createRedactor('')

/** Writes an exception that nobody expected to stderr, once, without anything that looks like a key. */
export const reportBug: ReportBug = (where, error) => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`[${where}] ${redact(words)}\n`)
}

/**
 * The last line: Chromium's network stack may throw from nowhere when the computer wakes up (reliability B2), and an
 * error box for that would be worse than a line in the log.
 */
export function reportStrayErrors(): void {
  process.on('uncaughtException', (error) => reportBug('uncaught', error))
  process.on('unhandledRejection', (error) => reportBug('unhandled', error))
}
