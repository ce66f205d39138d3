import { chmodSync, closeSync, existsSync, fstatSync, openSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Engine } from './engine.ts'
import { DamagedDatabase } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

/** Decision 4. FULL: a row that was acknowledged survives a power cut. */
const SETTINGS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -32768;
`

const READING_SETTINGS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
`

/** About 20 ms of checking; measured 0.55 ms per MB. Beyond it the daily backup reads every page instead. */
const WHOLE_CHECK_UP_TO_BYTES = 32 * 1024 * 1024
const ALWAYS_CHECKED = ['sqlite_schema', 'setting', 'key_ciphertext', 'catalog']

/**
 * Opens the database for writing, creating it when it is missing, and checks it. Throws `DamagedDatabase` or SQLite's
 * error when it is broken, the system's error when it cannot be written.
 */
export function connect(engine: Engine, paths: StoragePaths): DatabaseSync {
  const bytes = makeWritable(paths.database)
  const database = openWithSettings(engine, paths.database)
  try {
    check(database, bytes <= WHOLE_CHECK_UP_TO_BYTES || existsSync(paths.checkDue))
    rmSync(paths.checkDue, { force: true })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

export function openWithSettings(engine: Engine, path: string): DatabaseSync {
  const database = engine.open(path)
  try {
    database.exec(SETTINGS)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** A second connection that only reads, beside the one that writes; it sees everything that was committed. */
export function openReadOnly(engine: Engine, path: string): DatabaseSync {
  const database = engine.open(path, { readOnly: true })
  try {
    database.exec(READING_SETTINGS)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Throws `DamagedDatabase` when SQLite finds a fault. A zeroed page, for one, opens without any error. */
function check(database: DatabaseSync, whole: boolean): void {
  const pragmas = whole
    ? ['PRAGMA quick_check(1)']
    : ALWAYS_CHECKED.map((table) => `PRAGMA quick_check('${table}')`)
  for (const pragma of pragmas) requireSound(database, pragma)
}

function requireSound(database: DatabaseSync, pragma: string): void {
  const found = database.prepare(pragma).get()?.['quick_check']
  if (found !== 'ok') throw new DamagedDatabase(String(found))
}

/** Whether this file opens, passes the whole check and holds a schema of ours up to `newest`; never changes it. */
export function isSoundCopy(engine: Engine, path: string, newest: number): boolean {
  let database: DatabaseSync | null = null
  try {
    database = engine.open(path, { readOnly: true })
    requireSound(database, 'PRAGMA quick_check(1)')
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    return version > 0 && version <= newest
  } catch {
    // Whatever is wrong with a copy, the answer is the same: it cannot be used.
    return false
  } finally {
    database?.close()
  }
}

/** SQLite would fall back to read-only without a word. Creates the file for the owner only; its size in bytes. */
function makeWritable(path: string): number {
  const file = openSync(path, 'a', 0o600)
  try {
    const { mode, size } = fstatSync(file)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(path, 0o600)
    return size
  } finally {
    closeSync(file)
  }
}
