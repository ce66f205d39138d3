import type { DatabaseSync } from 'node:sqlite'
import type { LedgerCheck } from '../services/ledger-ports.ts'
import {
  LEDGER_ROLLUPS,
  LEDGER_SPREADS,
  LEDGER_SUMS,
  type LedgerRollup,
  SPREADS_OF_DAY,
  SPREADS_OF_MONTH,
  stepSql,
} from './ledger-sums.ts'
import { inTransaction } from './transaction.ts'

/** A roll-up that nothing is in any more, after a reversal say, may stand with zeroes or be gone. */
const NOTHING_IN_IT = LEDGER_SUMS.map(({ name }) => `${name} = 0`).join(' AND ')

/**
 * Adds all rows up again and compares; changes nothing. Roll-ups of days whose rows were let go are left out: nothing
 * is there to add up.
 */
export function checkRollups(database: DatabaseSync): LedgerCheck {
  // One look at all of it: rows that come in meanwhile are in neither side.
  database.exec('BEGIN')
  try {
    return compare(database, false)
  } finally {
    database.exec('COMMIT')
  }
}

/** The same, and makes anew what is wrong, in one transaction. Says what was wrong. */
export function mendRollups(database: DatabaseSync): LedgerCheck {
  return inTransaction(database, () => compare(database, true))
}

function compare(database: DatabaseSync, mend: boolean): LedgerCheck {
  const found = LEDGER_ROLLUPS.map((rollup) => compareOne(database, rollup, mend))
  const spreads = [SPREADS_OF_DAY, SPREADS_OF_MONTH].map((spread) => compareSpreads(database, spread, mend))
  return {
    rows: numberIn(database, `SELECT count(*) FROM ledger WHERE state <> 'pending'`),
    wrong: sum(found.map(({ wrong }) => wrong)) + sum(spreads),
    offBy: found.reduce((most, { offBy }) => (offBy > most ? offBy : most), 0n),
  }
}

const SINCE_FLOOR_DAY = '>= coalesce((SELECT day FROM ledger_floor WHERE id = 1), -1000000)'
const SINCE_FLOOR = `day ${SINCE_FLOOR_DAY}`

/** The day that a roll-up stands for: a month of which some days were let go is no longer made of all its rows. */
function dayOf(by: LedgerRollup['by']): string {
  return by.find(([column]) => column === 'day')?.[1] ?? 'r.day'
}

function compareOne(database: DatabaseSync, rollup: LedgerRollup, mend: boolean) {
  const { table, by } = rollup
  const key = by.map(([column]) => column).join(', ')
  const names = LEDGER_SUMS.map(({ name }) => name).join(', ')
  const sums = LEDGER_SUMS.map(({ name, of }) => `sum(r.weight * (${of})) AS ${name}`).join(', ')
  const values = by.map(([column, of]) => `${of} AS ${column}`).join(', ')
  const truth = `SELECT ${values}, ${sums} FROM ledger AS r WHERE r.state <> 'pending' AND ${dayOf(by)} ${SINCE_FLOOR_DAY}
    GROUP BY ${by.map((_, index) => index + 1).join(', ')}`
  const kept = `SELECT ${key}, ${names} FROM ${table} WHERE ${SINCE_FLOOR}`
  database.exec(`CREATE TEMP TABLE ledger_truth AS ${truth}`)
  try {
    const missing = `SELECT * FROM (SELECT ${key}, ${names} FROM ledger_truth EXCEPT ${kept}) WHERE NOT (${NOTHING_IN_IT})`
    const extra = `SELECT * FROM (${kept} EXCEPT SELECT ${key}, ${names} FROM ledger_truth) WHERE NOT (${NOTHING_IN_IT})`
    const differing = `SELECT ${key}, sum(spent * sign) AS off FROM (SELECT *, 1 AS sign FROM (${missing})
      UNION ALL SELECT *, -1 FROM (${extra})) GROUP BY ${key}`
    const wrong = numberIn(database, `SELECT count(*) FROM (${differing})`)
    const offBy = bigintIn(database, `SELECT coalesce(sum(abs(off)), 0) FROM (${differing})`)
    if (wrong > 0 && mend) {
      database.exec(`DELETE FROM ${table} WHERE ${SINCE_FLOOR}`)
      database.exec(`INSERT INTO ${table} (${key}, ${names}) SELECT ${key}, ${names} FROM ledger_truth`)
    }
    return { wrong, offBy }
  } finally {
    database.exec('DROP TABLE ledger_truth')
  }
}

/** How many steps hold another number than the rows do. */
function compareSpreads(database: DatabaseSync, { table, by }: LedgerRollup, mend: boolean): number {
  const key = by.map(([column]) => column).join(', ')
  const values = by.map(([column, of]) => `${of} AS ${column}`).join(', ')
  const groups = Array.from({ length: by.length + 2 }, (_, index) => index + 1).join(', ')
  const truth = LEDGER_SPREADS.map(
    ({ measure, of, when }) => `SELECT '${measure}' AS measure, ${values}, ${stepSql(of)} AS step,
      sum(r.weight) AS requests FROM ledger AS r
      WHERE r.state <> 'pending' AND ${dayOf(by)} ${SINCE_FLOOR_DAY} AND (${when}) GROUP BY ${groups}`,
  ).join(' UNION ALL ')
  const columns = `measure, ${key}, step, requests`
  database.exec(`CREATE TEMP TABLE ledger_truth AS SELECT ${columns} FROM (${truth})`)
  try {
    const kept = `SELECT ${columns} FROM ${table} WHERE ${SINCE_FLOOR}`
    const one = `SELECT * FROM (SELECT * FROM ledger_truth EXCEPT ${kept})`
    const other = `SELECT * FROM (${kept} EXCEPT SELECT * FROM ledger_truth)`
    const wrong = numberIn(database, `SELECT count(*) FROM (${one} UNION ALL ${other}) WHERE requests <> 0`)
    if (wrong > 0 && mend) {
      database.exec(`DELETE FROM ${table} WHERE ${SINCE_FLOOR}`)
      database.exec(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ledger_truth`)
    }
    return wrong
  } finally {
    database.exec('DROP TABLE ledger_truth')
  }
}

function bigintIn(database: DatabaseSync, text: string): bigint {
  const statement = database.prepare(text)
  statement.setReadBigInts(true)
  return BigInt(String(Object.values(statement.get() ?? {})[0] ?? 0))
}

function numberIn(database: DatabaseSync, text: string): number {
  return Number(bigintIn(database, text))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
