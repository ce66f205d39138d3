import type { Log } from '../services/log.ts'
import { stackFact } from '../services/log-facts.ts'
import type { ReportBug } from '../services/report-bug.ts'
import { createRedactor } from '../xai/redact.ts'

/** Until there is a log nothing is known of keys but what they look like. */
let redact: (text: string) => string = createRedactor('')

/** Bugs from before there was a log wait for it; a few say as much as many. */
const MOST_EARLY = 20
let early: { where: string; error: unknown }[] = []
let log: Pick<Log, 'write'> | null = null

/**
 * Writes an exception that nobody expected to stderr and to the log, once, without keys and without what it quotes: on
 * many a desktop stderr is a log too.
 */
export const reportBug: ReportBug = (where, error) => {
  const { name, says, frames } = stackFact(error instanceof Error ? stackOf(error) : String(error))
  const lines = [`[${where}] ${name}: ${says}`, ...frames.map((frame) => `    ${frame}`)]
  process.stderr.write(`${redact(lines.join('\n'))}\n`)
  if (log !== null) logBug(log, where, error)
  else if (early.length < MOST_EARLY) early.push({ where, error })
}

/** From now on bugs are in the log as well; those that came before are put there first. `knowing` knows all keys. */
export function reportBugsTo(opened: Pick<Log, 'write'>, knowing: (text: string) => string): void {
  log = opened
  redact = knowing
  for (const { where, error } of early) logBug(opened, where, error)
  early = []
}

/** An error without a stack, or with one that does not begin with it, still says what it is. */
function stackOf({ name, message, stack = '' }: Error): string {
  return stack.startsWith(name) ? stack : `${name}: ${message}\n${stack}`
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
