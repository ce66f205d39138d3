import type { DatabaseSync } from 'node:sqlite'
import type { Migration } from './migrations/migration.ts'
import { DamagedDatabase } from './storage-failure.ts'
import { inTransaction } from './transaction.ts'

/** The schema version that the newest of these migrations makes. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Brings the schema up to date, each step in its own transaction, so that a kill inside one leaves the step before.
 * `beforeChange` runs once, before the first step, and only when the database holds data.
 * Throws `DamagedDatabase` when tables are missing that should be there.
 */
export function migrate(
  database: DatabaseSync,
  migrations: readonly Migration[],
  beforeChange: () => void,
): void {
  const from = userVersion(database)
  requireTables(
    database,
    migrations.filter((step) => step.version <= from),
  )
  const due = migrations.filter((step) => step.version > from)
  if (due.length === 0) return
  if (from > 0) beforeChange()
  for (const step of due) {
    inTransaction(database, () => {
      step.up(database)
      database.exec(`PRAGMA user_version = ${step.version}`)
    })
  }
  // The version then stands in the file itself, where an older app looks for it before it opens anything.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

function userVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

function requireTables(database: DatabaseSync, applied: readonly Migration[]): void {
  const rows = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  const present = new Set(rows.map((row) => row['name']))
  const missing = applied.flatMap((step) => step.tables).filter((table) => !present.has(table))
  if (missing.length > 0) throw new DamagedDatabase(`tables missing: ${missing.join(', ')}`)
}
