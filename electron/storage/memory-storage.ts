import { closeSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { StorageState } from '../../shared/contract/about.ts'
import { type DatabaseFile, lookAtDatabase } from './database-file.ts'
import type { Engine } from './engine.ts'
import { migrate, newestVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { storageFailure } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'
import { inTransaction } from './transaction.ts'

type WhyMemoryOnly = Extract<StorageState, { kind: 'memory-only' }>['why']

/** SQLite's file system without locks. */
const LOCKLESS = process.platform === 'win32' ? 'win32-none' : 'unix-none'

/** More would make the start wait; what is on disk stays there all the same. */
const COPIED_UP_TO_BYTES = 64 * 1024 * 1024

/** A database in memory, for when the folder cannot be written, holding what could be read of the one on disk. */
export function openInMemory(
  engine: Engine,
  paths: StoragePaths,
  migrations: readonly Migration[],
): DatabaseSync {
  const database = engine.open(':memory:')
  database.exec('PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF')
  migrate(database, migrations, () => {})
  copyFromDisk(database, paths, migrations)
  return database
}

function copyFromDisk(database: DatabaseSync, paths: StoragePaths, migrations: readonly Migration[]): void {
  try {
    const found = lookAtDatabase(paths)
    if (!isCopyable(found, newestVersion(migrations))) return
    // For what is attached from now on: SQLite then makes the index of a log in our memory.
    if (!existsSync(paths.sharedMemory)) database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.prepare('ATTACH ? AS disk').run(readOnlyAddress(paths))
    try {
      inTransaction(database, () => {
        const triggers = takeTriggers(database)
        for (const table of migrations.flatMap((step) => step.tables)) {
          database.exec(`INSERT INTO main.${table} SELECT * FROM disk.${table}`)
        }
        for (const trigger of triggers) database.exec(trigger)
        for (const step of migrations) step.copied?.(database)
      })
    } finally {
      database.exec('DETACH disk')
    }
  } catch (error) {
    // The caller already says that storage does not work: a file that cannot be read either adds nothing.
    if (storageFailure(error) === null) throw error
  }
}

/** What is copied was counted already: without its triggers. Returns how to make them again. */
function takeTriggers(database: DatabaseSync): string[] {
  const found = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const trigger of found) database.exec(`DROP TRIGGER ${trigger['name']}`)
  return found.map((trigger) => String(trigger['sql']))
}

/**
 * Even to read a database in WAL mode SQLite makes an index of its log beside it, for which there is no room here.
 * `immutable` goes without, and is right only when no log holds changes that the file lacks. A log whose index is gone is
 * open nowhere else, so it needs no locks, which a file that cannot be written could not be given.
 */
function readOnlyAddress({ database, wal, sharedMemory }: StoragePaths): string {
  const hasLog = existsSync(wal) && statSync(wal).size > 0
  const without = hasLog ? (existsSync(sharedMemory) ? '' : `&vfs=${LOCKLESS}`) : '&immutable=1'
  return `${pathToFileURL(database).href}?mode=ro${without}`
}

function isCopyable(found: DatabaseFile, version: number): boolean {
  return found.kind === 'database' && found.version === version && found.bytes <= COPIED_UP_TO_BYTES
}

/** Why the folder could not be used. SQLite's own code is often just "unable to open", so a small file is tried. */
export function whyMemoryOnly(error: unknown, folder: string): WhyMemoryOnly {
  const probe = join(folder, `probe-${process.pid}.tmp`)
  return reasonOf(error) ?? reasonOf(tryToWrite(probe)) ?? 'unreadable'
}

function reasonOf(error: unknown): WhyMemoryOnly | null {
  switch (storageFailure(error)?.failure.code) {
    case 'disk-full':
      return 'disk-full'
    case 'storage-read-only':
      return 'read-only'
    default:
      return null
  }
}

/** The error that writing as much as SQLite needs beside a database gives, or `null`. */
function tryToWrite(path: string): unknown {
  try {
    const file = openSync(path, 'w', 0o600)
    try {
      writeSync(file, Buffer.alloc(64 * 1024))
    } finally {
      closeSync(file)
      rmSync(path, { force: true })
    }
    return null
  } catch (error) {
    return error
  }
}
