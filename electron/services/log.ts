import { cleanFact } from './log-facts.ts'
import type { Clock } from './ports.ts'

/** Everything that is ever logged, by name. None of it is what a person or a model wrote. */
export type LogEvent =
  | 'start'
  | 'storage'
  | 'migration'
  | 'request'
  | 'answer'
  | 'bug'
  | 'process-gone'
  | 'unresponsive'
  | 'backup'
  | 'budget'
  | 'suspend'
  | 'update-check'
  | 'quit'
  | 'left-off'
  | 'withheld'

type Level = 'info' | 'warn' | 'error'

/** The disk, as a log needs it. Neither method throws: a log that fails must not take the app with it. */
export type LogFile = {
  append(line: string): void
  /** The newest lines, oldest first. */
  last(count: number): string[]
}

export type Log = {
  write(level: Level, event: LogEvent, facts?: Readonly<Record<string, unknown>>): void
  last(count: number): string[]
}

export type LogPorts = {
  file: LogFile
  clock: Pick<Clock, 'now' | 'monotonic'>
  /** Takes secrets out of one text; `holds` says whether a whole line still has one. */
  redact: (text: string) => string
  holds: (text: string) => boolean
}

/** A loop that fails must not wear out the disk: this many lines a minute, then one that says how many are missing. */
const MOST_LINES = 240
const PER_MS = 60_000
/** Beyond it a line is not for reading any more. */
const LONGEST_LINE = 8_000

/**
 * One JSON object a line: `at` (UTC, ISO 8601), `level`, `event`, and the facts. Everything is redacted here, where it
 * is written, not where it comes from: whoever logs cannot forget it. A line in which the secret is found all the same,
 * such as in parts that only the line joins or written backwards, is withheld as a whole.
 */
export function createLog({ file, clock, redact, holds }: LogPorts): Log {
  let since = Number.NEGATIVE_INFINITY
  let lines = 0
  let leftOff = 0

  function put(level: Level, event: LogEvent, facts: Readonly<Record<string, unknown>>): void {
    const head = { at: new Date(clock.now()).toISOString(), level, event }
    const line = lineOf(head, facts)
    file.append(
      line !== null && !holds(line) ? line : JSON.stringify({ ...head, event: 'withheld', of: event }),
    )
  }
  function lineOf(head: object, facts: Readonly<Record<string, unknown>>): string | null {
    const cleaned = cleanFact(facts, redact)
    const line = JSON.stringify({ ...head, facts: cleaned })
    return line.length > LONGEST_LINE ? null : line
  }
  function mayWrite(): boolean {
    const now = clock.monotonic()
    if (now - since >= PER_MS) {
      const missing = leftOff
      since = now
      lines = 0
      leftOff = 0
      if (missing > 0) put('warn', 'left-off', { lines: missing })
    }
    lines += 1
    if (lines <= MOST_LINES) return true
    leftOff += 1
    return false
  }
  return {
    write(level, event, facts = {}) {
      if (mayWrite()) put(level, event, facts)
    },
    last: file.last,
  }
}
