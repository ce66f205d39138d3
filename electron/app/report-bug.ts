import type { Log } from '../services/log.ts'
import { stackFact } from '../services/log-facts.ts'
import type { ReportBug } from '../services/report-bug.ts'
import { createRedactor } from '../xai/redact.ts'

const redact = createRedactor('')

/** Bugs from before there was a log wait for it; a few say as much as many. */
const MOST_EARLY = 20
let early: { where: string; error: unknown }[] = []
let log: Pick<Log, 'write'> | null = null

/** Writes an exception that nobody expected to stderr and to the log, once, without anything that looks like a key. */
export const reportBug: ReportBug = (where, error) => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`[${where}] ${redact(words)}\n`)
  if (log !== null) logBug(log, where, error)
  else if (early.length < MOST_EARLY) early.push({ where, error })
}

/** From now on bugs are in the log as well; those that came before are put there first. */
export function reportBugsTo(opened: Pick<Log, 'write'>): void {
  log = opened
  for (const { where, error } of early) logBug(opened, where, error)
  early = []
}

function logBug(to: Pick<Log, 'write'>, where: string, error: unknown): void {
  // A page sends the stack of its bug as a text.
  to.write('error', 'bug', { where, error: typeof error === 'string' ? stackFact(error) : error })
}

/**
 * The last line: Chromium's network stack may throw from nowhere when the computer wakes up (reliability B2), and an
 * error box for that would be worse than a line in the log.
 */
export function reportStrayErrors(): void {
  process.on('uncaughtException', (error) => reportBug('uncaught', error))
  process.on('unhandledRejection', (error) => reportBug('unhandled', error))
}
