import type { DatabaseSync } from 'node:sqlite'
import type { Retention } from '../../shared/contract/care.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { LedgerStore } from '../services/ledger-ports.ts'
import { toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { mendRollups } from './ledger-check.ts'
import { addedColumns, type Columns, closedColumns, openedColumns } from './ledger-columns.ts'
import { readLedgerRow } from './ledger-row.ts'
import { TICK_SUMS } from './ledger-sums.ts'
import { createStatements, type Statements } from './statements.ts'
import { inTransaction } from './transaction.ts'

export const LEDGER_ROW =
  'ledger.*, ledger_rates.rates FROM ledger LEFT JOIN ledger_rates ON ledger_rates.id = rates_id'

const PENDING_OF = `SELECT asked_model FROM ledger WHERE id = ? AND state = 'pending'`
/** A crash says nothing of what it interrupted. */
const SETTLE = `UPDATE ledger SET state = 'unknown', complete = 0 WHERE state = 'pending'`
const ROWS_BEFORE = "DELETE FROM ledger WHERE day < ? AND state <> 'pending'"
const DAY_OF_OLDEST_KEPT = 'SELECT day FROM ledger ORDER BY day DESC, sequence DESC LIMIT 1 OFFSET ?'
const FLOOR = 'SELECT day FROM ledger_floor WHERE id = 1'
const SET_FLOOR = `INSERT INTO ledger_floor (id, day) VALUES (1, ?)
  ON CONFLICT (id) DO UPDATE SET day = max(day, excluded.day)`
/** As a floating-point number: that has no end that a sum could reach. */
const HELD = `SELECT max(${TICK_SUMS.map((name) => `total(abs(${name}))`).join(', ')}) AS ticks FROM ledger_month`
const COUNTS = `SELECT (SELECT count(*) FROM ledger) AS rows, (SELECT count(*) FROM conversation) AS conversations`

/** Adds, closes and lets go of rows; see `LedgerStore` for what each call promises. */
export function createLedgerStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'ledger'; id: string }) => void,
): LedgerStore {
  const sql = createStatements(database)
  const transaction = <T>(work: () => T): T => guard(() => inTransaction(database, work))
  const day = () => dayIn(sql(FLOOR).get())

  return {
    open: (row) => transaction(() => insert(sql, openedColumns(row), row.rates)),
    close: (id, closed) =>
      transaction(() => {
        const asked = sql(PENDING_OF).get(id)?.['asked_model']
        if (typeof asked !== 'string') return false
        update(sql, id, closedColumns(closed, asked), closed.rates)
        return true
      }),
    settlePending: () => transaction(() => Number(sql(SETTLE).run().changes)),
    add: (rows) => transaction(() => rows.filter((row) => insert(sql, addedColumns(row), row.rates))),
    find: (id) =>
      guard(() => rowIn(sql(`SELECT ${LEDGER_ROW} WHERE ledger.id = ?`).get(id), onUnreadableRow)),
    isCorrected: (id) =>
      guard(() => sql('SELECT 1 FROM ledger WHERE corrects = ? LIMIT 1').get(id) !== undefined),
    floorDay: () => guard(day),
    heldTicks: () => guard(() => BigInt(Math.ceil(Number(sql(HELD).get()?.['ticks'])))),
    retain: (retention, today) => transaction(() => retain(sql, retention, today)),
    mend: () => guard(() => mendRollups(database)),
    counts: () =>
      guard(() => {
        const row = sql(COUNTS).get()
        return { rows: Number(row?.['rows']), conversations: Number(row?.['conversations']) }
      }),
  }
}

/** The row that a raw one tells of; one that is not readable is told of and left out. */
export function rowIn(
  raw: Record<string, unknown> | undefined,
  onUnreadableRow: (row: { table: 'ledger'; id: string }) => void,
): LedgerRow | null {
  if (raw === undefined) return null
  const row = readLedgerRow(raw)
  if (row === null) onUnreadableRow({ table: 'ledger', id: String(raw['id']) })
  return row
}

function ratesId(sql: Statements, rates: Rates | null): bigint | null {
  if (rates === null) return null
  const text = toExactJson(rates)
  const known = sql('SELECT id FROM ledger_rates WHERE rates = ?').get(text)?.['id']
  if (typeof known === 'bigint') return known
  return BigInt(sql('INSERT INTO ledger_rates (rates) VALUES (?)').run(text).lastInsertRowid)
}

/** Whether the row came in: one with the same id stays as it is. */
function insert(sql: Statements, columns: Columns, rates: Rates | null): boolean {
  const values = { ...columns, rates_id: ratesId(sql, rates) }
  const names = Object.keys(values)
  const places = names.map((name) => `$${name}`).join(', ')
  const text = `INSERT INTO ledger (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO NOTHING`
  return Number(sql(text).run(values).changes) > 0
}

function update(sql: Statements, id: string, columns: Columns, rates: Rates | null): void {
  const values = { ...columns, rates_id: ratesId(sql, rates) }
  const assignments = Object.keys(values).map((name) => `${name} = $${name}`)
  sql(`UPDATE ledger SET ${assignments.join(', ')} WHERE id = $id`).run({ ...values, id })
}

/** Lets go of whole days only, so that each roll-up is either of all its rows or kept without them. */
function retain(sql: Statements, { days, rows }: Retention, today: number): number {
  const byAge = days === null ? null : today - days + 1
  const byCount = rows === null ? null : dayIn(sql(DAY_OF_OLDEST_KEPT).get(rows - 1))
  const before = Math.max(byAge ?? Number.NEGATIVE_INFINITY, byCount ?? Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(before)) return 0
  sql(SET_FLOOR).run(before)
  return Number(sql(ROWS_BEFORE).run(before).changes)
}

function dayIn(row: Record<string, unknown> | undefined): number | null {
  const day = row?.['day']
  return typeof day === 'bigint' ? Number(day) : null
}
