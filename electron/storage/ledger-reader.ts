import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { dayOf } from '../../shared/ledger/calendar.ts'
import type { SpanTotals } from '../../shared/ledger/chart.ts'
import type { Span } from '../../shared/ledger/day.ts'
import type { LedgerGrouping, LedgerQuery, LedgerSort } from '../../shared/ledger/ledger-query.ts'
import { noTotals } from '../../shared/ledger/ledger-totals.ts'
import type { LedgerReader, SpendFilter } from '../services/ledger-ports.ts'
import type { Guard } from './guard.ts'
import { checkRollups } from './ledger-check.ts'
import { ourLines } from './ledger-our-lines.ts'
import { requestSums } from './ledger-request-sums.ts'
import { histogramOf, speedsOf } from './ledger-spreads.ts'
import { LEDGER_ROW, rowIn } from './ledger-store.ts'
import { monthStartSql } from './ledger-sums.ts'
import { SUMMED, totalsOf, withSums } from './ledger-totals.ts'
import { whereOf } from './ledger-where.ts'
import { rollupFor } from './rollup-for.ts'
import { createStatements, type Statements, Whole } from './statements.ts'

const GROUP_COLUMN: Record<LedgerGrouping, string> = {
  none: `''`,
  'token-class': `''`,
  model: 'model',
  conversation: 'conversation_id',
  key: 'key_id',
  protocol: 'protocol',
  connection: 'connection',
  state: 'state',
}

const SORT_COLUMN: Record<LedgerSort['by'], string> = {
  sequence: 'sequence',
  time: 'at',
  cost: 'spent',
  tokens: 'total_tokens',
  duration: 'duration_ms',
}

const Grouped = z.looseObject({ start: Whole, name: z.string().nullable() })
const Summed = z.object({ name: z.string(), spent: z.bigint(), requests: Whole, groups: Whole })

/**
 * Reads the ledger. Everything that is drawn comes from the roll-ups: those of days, or those that also tell
 * conversations apart. Only pages and exports read rows.
 */
export function createLedgerReader(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'ledger'; id: string }) => void,
): LedgerReader {
  const sql = createStatements(database)
  const rows = (text: string, ...values: SQLInputValue[]) =>
    sql(text)
      .all(...values)
      .flatMap((raw) => rowIn(raw, onUnreadableRow) ?? [])
  return {
    names: (demo) => guard(() => namesIn(sql, demo)),
    days: (demo) => guard(() => daysIn(sql, demo)),
    totals: (query) =>
      guard(() => {
        const where = whereOf(query, 'rollup')
        const text = `SELECT state, ${SUMMED} FROM ${rollupFor(query, 'none', 'year')} WHERE ${where.sql} GROUP BY state`
        return totalsOf(sql(text).all(...where.values))
      }),
    topGroups: (query, grouping, limit) => guard(() => topGroups(sql, query, grouping, limit)),
    bySpan: (query, grouping, span, top) => guard(() => bySpan(sql, query, grouping, span, top)),
    histogram: (query) => guard(() => histogramOf(sql, query)),
    speeds: (query) => guard(() => speedsOf(sql, query)),
    page: (query, sort, offset, limit) =>
      guard(() => {
        const where = whereOf(query, 'raw')
        const order = orderOf(sort)
        // The narrow index is walked to the place; only the rows of the page are read whole.
        const place = `SELECT sequence FROM ledger WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`
        const text = `SELECT ${LEDGER_ROW} WHERE sequence IN (${place}) ORDER BY ${order}`
        return { total: count(sql, query), rows: rows(text, ...where.values, limit, offset) }
      }),
    after: (query, sequence, limit) =>
      guard(() => {
        const where = whereOf(query, 'raw')
        return rows(rowsAfterSql(where.sql), sequence, ...where.values, limit)
      }),
    count: (query) => guard(() => count(sql, query)),
    spend: (filter) => guard(() => spend(sql, filter)),
    spendByDay: (filter) => guard(() => spendByDay(sql, filter)),
    requestSums: (query, instead) => guard(() => requestSums(sql, query, instead)),
    ourLines: (asked) => guard(() => ourLines(sql, asked)),
    answerLengths: (of) => guard(() => answerLengths(sql, of)),
    check: () => guard(() => checkRollups(database)),
  }
}

/**
 * The table is walked from the last place on. By an index of days, say, all rows would be sorted for each part of an
 * export: a million rows four thousand times.
 */
export function rowsAfterSql(where: string): string {
  const inOrder = LEDGER_ROW.replace('FROM ledger ', 'FROM ledger NOT INDEXED ')
  return `SELECT ${inOrder} WHERE sequence > ? AND ${where} ORDER BY sequence LIMIT ?`
}

function orderOf({ by, descending }: LedgerSort): string {
  const direction = descending ? 'DESC' : 'ASC'
  return [...new Set([SORT_COLUMN[by], 'sequence'])].map((column) => `${column} ${direction}`).join(', ')
}

/** From the roll-ups where no row was let go; pending rows are in none of them. */
function count(sql: Statements, query: LedgerQuery): number {
  const where = whereOf(query, 'raw')
  return Number(sql(`SELECT count(*) AS rows FROM ledger WHERE ${where.sql}`).get(...where.values)?.['rows'])
}

function topGroups(
  sql: Statements,
  query: LedgerQuery,
  grouping: LedgerGrouping,
  limit: number,
): ReturnType<LedgerReader['topGroups']> {
  const where = whereOf(query, 'rollup')
  const from = `FROM ${rollupFor(query, grouping, 'year')} WHERE ${where.sql}`
  const name = GROUP_COLUMN[grouping]
  const top = sql(`SELECT *, count(*) OVER () AS groups FROM
    (SELECT ${name} AS name, sum(spent) AS spent, sum(requests) AS requests ${from} GROUP BY 1)
    ORDER BY spent DESC, requests DESC, name LIMIT ?`)
    .all(...where.values, limit)
    .map((raw) => Summed.parse(raw))
  return {
    top: top.map(({ name: key, spent, requests }) => ({ key, spent, requests })),
    count: top[0]?.groups ?? 0,
  }
}

/** The number of the first day of the span that `day` falls in, as `startOfSpan` has it. */
const SPAN_START: Record<Span, string> = {
  day: 'day',
  week: 'day - (((day + 3) % 7) + 7) % 7',
  month: monthStartSql('day'),
  year: `CAST(strftime('%s', day * 86400, 'unixepoch', 'start of year') AS INTEGER) / 86400`,
}

function bySpan(
  sql: Statements,
  query: LedgerQuery,
  grouping: LedgerGrouping,
  span: Span,
  top: readonly string[],
): SpanTotals[] {
  const where = whereOf(query, 'rollup')
  const name = GROUP_COLUMN[grouping]
  const places = top.map(() => '?').join(', ')
  const text = `SELECT ${SPAN_START[span]} AS start, CASE WHEN ${name} IN (${places}) THEN ${name} END AS name,
    state, ${SUMMED} FROM ${rollupFor(query, grouping, span)} WHERE ${where.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2`
  const found: SpanTotals[] = []
  for (const raw of sql(text).iterate(...top, ...where.values)) {
    const { start, name: group } = Grouped.parse(raw)
    const last = found.at(-1)
    if (last?.from === start && last.group === group) last.totals = withSums(last.totals, raw)
    else found.push({ from: start, group, totals: withSums(noTotals(), raw) })
  }
  return found
}

function namesIn(sql: Statements, demo: boolean): ReturnType<LedgerReader['names']> {
  const flag = demo ? 1 : 0
  const distinct = (column: string) =>
    sql(`SELECT DISTINCT ${column} AS name FROM ledger_day WHERE demo = ? ORDER BY name`)
      .all(flag)
      .map((row) => String(row['name']))
  const days = daysIn(sql, demo)
  const floor = sql('SELECT day FROM ledger_floor').get()?.['day']
  return {
    models: distinct('model'),
    keys: distinct('key_id'),
    protocols: distinct('protocol'),
    connections: distinct('connection'),
    days: days && { from: dayOf(days.first), to: dayOf(days.last) },
    rowsFrom: typeof floor === 'bigint' ? dayOf(Number(floor)) : null,
  }
}

function daysIn(sql: Statements, demo: boolean): { first: number; last: number } | null {
  // Two questions, because only one end at a time is looked up without reading all that lies between.
  const end = (order: string) =>
    sql(`SELECT day FROM ledger_day WHERE demo = ? ORDER BY day ${order} LIMIT 1`).get(demo ? 1 : 0)?.['day']
  const first = end('ASC')
  return typeof first === 'bigint' ? { first: Number(first), last: Number(end('DESC')) } : null
}

/** The indexes of both columns end in the sequence, so only as many rows are read as are wanted. */
function answerLengths(sql: Statements, of: Parameters<LedgerReader['answerLengths']>[0]): number[] {
  const [column, value] = 'model' in of ? ['model', of.model] : ['conversation_id', of.conversationId]
  return sql(`SELECT billed_output_tokens AS tokens FROM ledger WHERE ${column} = ? AND demo = ? AND state = 'final'
    AND kind = 'request' AND billed_output_tokens > 0 ORDER BY sequence DESC LIMIT 21`)
    .all(value, of.demo ? 1 : 0)
    .map((row) => Number(row['tokens']))
}

function spendWhere({ demo, first, last, key, conversationId }: SpendFilter) {
  const narrow = [
    ...(key === undefined ? [] : [{ sql: ' AND key_id = ?', value: key ?? '' }]),
    ...(conversationId === undefined
      ? []
      : [{ sql: ' AND conversation_id = ?', value: conversationId ?? '' }]),
  ]
  return {
    table: conversationId === undefined ? 'ledger_day' : 'ledger_conversation',
    sql: `demo = ? AND day BETWEEN ? AND ?${narrow.map(({ sql }) => sql).join('')}`,
    values: [demo ? 1 : 0, first, last, ...narrow.map(({ value }) => value)],
  }
}

function spend(sql: Statements, filter: SpendFilter): { ticks: bigint; atLeast: boolean } {
  const { table, sql: where, values } = spendWhere(filter)
  const row = sql(`SELECT coalesce(sum(spent), 0) AS spent, coalesce(sum(unpriced), 0) AS unpriced
    FROM ${table} WHERE ${where}`).get(...values)
  return { ticks: BigInt(String(row?.['spent'])), atLeast: Number(row?.['unpriced']) > 0 }
}

function spendByDay(sql: Statements, filter: SpendFilter): { day: number; ticks: bigint }[] {
  const { table, sql: where, values } = spendWhere(filter)
  const rows = sql(`SELECT day, sum(spent) AS spent FROM ${table} WHERE ${where} GROUP BY day`).all(...values)
  return rows.map((row) => ({ day: Number(row['day']), ticks: BigInt(String(row['spent'])) }))
}
