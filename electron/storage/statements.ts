import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'

/** Prepares a statement at its first use and keeps it: a start prepares only what it needs. */
export type Statements = (sql: string) => StatementSync

/** Every INTEGER is read as `bigint`: ticks can be larger than a number holds exactly. */
export function createStatements(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statement.setReadBigInts(true)
    prepared.set(sql, statement)
    return statement
  }
}

/** An INTEGER column that is no money: a time in UTC ms, a count. */
export const Whole = z.bigint().transform(Number)
export const Flag = z.bigint().transform((value) => value !== 0n)
