import { z } from 'zod'
import { type ReadEntry, refused } from './import-entry.ts'
import { LedgerRow } from './ledger-row.ts'

/** The first line of an export, so that another program knows what it is. */
export const OWN_HEADER = { tokenbook: 'ledger', version: 1 } as const
const Header = z.looseObject({ tokenbook: z.literal('ledger') })
/** The last line: what the rows before it add up to. */
const Footer = z.looseObject({
  total: z.strictObject({ rows: z.number().int(), spent: z.string() }),
  checksum: z.string(),
})

/** Ticks are text in JSON: a number there holds only 53 bits. */
const TICK_FIELDS = new Set([
  ...['spent', 'billed', 'ticks', 'total', 'amount', 'rate'],
  ...['input', 'cachedInput', 'imageInput', 'output', 'perSource'],
])

/** One row as one line, without its end. */
export function ownLine(row: LedgerRow): string {
  return JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

export type OwnEntry = ReadEntry | { kind: 'header' } | { kind: 'total'; rows: number; spent: bigint }

/** A line of our own export. What was pending there is unknown here: the app that knew is another one. */
export function readOwnEntry(entry: unknown): OwnEntry {
  if (Header.safeParse(entry).success) return { kind: 'header' }
  const footer = Footer.safeParse(entry).data
  if (footer) return { kind: 'total', rows: footer.total.rows, spent: ticksIn(footer.total.spent) }
  const row = LedgerRow.safeParse(withTicks(entry)).data
  if (!row) return refused('not-a-request')
  if (!hasDay(row)) return refused('no-time')
  if (row.kind === 'reversal' ? row.spent > 0n : row.spent < 0n) return refused('bad-number')
  const { sequence: _, day: __, ...rest } = row
  return { kind: 'row', row: row.state === 'pending' ? { ...rest, state: 'unknown', complete: false } : rest }
}

/** The last day that has four digits of a year, and no time zone beyond it. */
const LATEST = Date.UTC(9999, 11, 30)
const MOST_MINUTES_EAST = 24 * 60

function hasDay({ at, utcOffset }: LedgerRow): boolean {
  return at >= 0 && at <= LATEST && Math.abs(utcOffset) <= MOST_MINUTES_EAST
}

/** Whether a line of a file was written by our own export of the ledger. */
export function isOwn(entry: unknown): boolean {
  return Header.safeParse(entry).success || LedgerRow.safeParse(withTicks(entry)).success
}

/** No row nests deeper; a file that does so by the hundred thousand must not end the stack. */
const DEEPEST = 16

function withTicks(value: unknown, name = '', depth = 0): unknown {
  if (typeof value === 'string' && TICK_FIELDS.has(name) && /^-?\d{1,20}$/.test(value)) return BigInt(value)
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((part) => withTicks(part, '', depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withTicks(part, key, depth + 1)]),
  )
}

function ticksIn(text: string): bigint {
  return /^-?\d{1,30}$/.test(text) ? BigInt(text) : -1n
}
