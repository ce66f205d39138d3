import type { DatabaseSync } from 'node:sqlite'

/**
 * Runs `work` in one transaction: when it or the commit throws, nothing of it stays. Inside another one it is a part of
 * that.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has already rolled back after some errors, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Survives a crash of the app, not a power cut: waiting for the disk would hold up the main process, and what is lost
 * then comes again by itself. Within a transaction it is as durable as that.
 */
export function withoutWaiting<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work()
  database.exec('PRAGMA synchronous = NORMAL')
  try {
    return work()
  } finally {
    database.exec('PRAGMA synchronous = FULL')
  }
}
