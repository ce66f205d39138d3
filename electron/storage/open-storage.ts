import { chmodSync, mkdirSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { StorageState } from '../../shared/contract/about.ts'
import type { LedgerImporter } from '../services/bring-in.ts'
import type { LedgerAnswers } from '../services/ledger-ports.ts'
import { askForWholeCheck } from './ask-for-whole-check.ts'
import { restoreChosen } from './backups.ts'
import { createCopies } from './copies.ts'
import { type BackupOutcome, createDailyBackup } from './daily-backup.ts'
import { type DatabaseFile, lookAtDatabase } from './database-file.ts'
import { type Engine, loadEngine } from './engine.ts'
import { eraseData, isEraseDue } from './erase-data.ts'
import { createGuard } from './guard.ts'
import { openInMemory, whyMemoryOnly } from './memory-storage.ts'
import { newestVersion } from './migrate.ts'
import { migrations as released } from './migrations/in-order.ts'
import type { Migration } from './migrations/migration.ts'
import { openDatabase } from './open-database.ts'
import { storageFailure } from './storage-failure.ts'
import { storagePaths } from './storage-paths.ts'
import { createStores, type Stores, type UnreadableRow } from './stores.ts'
import { createBeside } from './thread/beside.ts'
import { ledgerAnswers } from './thread/ledger-answers.ts'
import { createLedgerImporter } from './thread/ledger-importer.ts'
import { createThreadWork } from './thread/thread-work.ts'

export type OpenStorage = Stores & {
  kind: 'open'
  state: StorageState
  engine: { name: string; version: string }
  /** The version of the schema that was found (`null`: there was none that could be read) and that it has now. */
  schema: { found: number | null; now: number }
  /** The ledger for questions that may take long: they are answered beside the main thread. */
  ledgerAnswers: LedgerAnswers
  /** Brings files in beside the main thread, which shares the database with it turn by turn. */
  ledgerImporter: LedgerImporter
  /** Makes the daily backup when one is due, beside the main thread. Never throws. */
  backUpIfDue(): Promise<BackupOutcome>
  /** Resolves when nothing else has the database open any more; for before `close`. */
  settle(): Promise<void>
  /** Ends the database; the stores fail with `storage-failed` from then on. May be called again. */
  close(): void
}

/** The database was written by a newer app; nothing was touched. Numbers are schema versions. */
export type NewerStorage = { kind: 'newer'; found: number; known: number }

export type StorageOptions = {
  /** The app's data folder; made when missing, readable by its owner only. */
  folder: string
  /** UTC ms. */
  now: () => number
  engine?: Engine
  migrations?: readonly Migration[]
  /** Hears of a row that no longer parses; it stays on disk and is left out of what is read. */
  onUnreadableRow?: (row: UnreadableRow) => void
  /** The built entry of the thread that answers what may take long; without it, it is answered here. */
  threadFile?: string
  /** Hears of a thread that broke down; the work is then done here. */
  onBrokenThread?: (error: unknown) => void
}

/**
 * Opens the app's database. A folder that cannot be used gives a database in memory and says why in `state`; store
 * methods throw `ServiceFailure` with `disk-full`, `storage-read-only` or `storage-failed`.
 */
export function openStorage(options: StorageOptions): OpenStorage | NewerStorage {
  const { folder, now, engine = loadEngine(), migrations = released } = options
  const paths = storagePaths(folder)
  const known = newestVersion(migrations)
  try {
    if (isEraseDue(folder)) eraseData(folder)
    restoreChosen(paths)
    const found = lookAtDatabase(paths)
    const version = found.kind === 'database' ? found.version : null
    if (isNewer(found, known)) return { kind: 'newer', found: found.version, known }
    prepareFolder(folder)
    const { database, state } = openDatabase({ engine, paths, migrations, now }, found)
    return assemble(database, state, version)
  } catch (error) {
    if (storageFailure(error) === null) throw error
    const why = whyMemoryOnly(error, folder)
    return assemble(openInMemory(engine, paths, migrations), { kind: 'memory-only', why }, null)
  }

  function assemble(database: DatabaseSync, state: StorageState, found: number | null): OpenStorage {
    const onDisk = state.kind !== 'memory-only'
    const onUnreadableRow = options.onUnreadableRow ?? ignore
    const guard = createGuard(() => {
      if (onDisk) askForWholeCheck(paths)
    })
    const inline = createThreadWork({
      ...{ database, engine, paths, newest: known, guard, onUnreadableRow },
    })
    const thread = {
      ...{ inline, onUnreadableRow, setup: { folder, newest: known, access: 'reads' as const } },
      file: onDisk ? (options.threadFile ?? null) : null,
      onBroken: options.onBrokenThread ?? ignore,
    }
    const reading = createBeside(thread)
    const importer = createLedgerImporter(
      createBeside({ ...thread, setup: { ...thread.setup, access: 'writes' } }),
    )
    // A thread of its own, which ends with the copy: the window does not wait for a backup to be answered.
    const copies = createCopies({ beside: createBeside(thread), engine, paths, now })
    return {
      kind: 'open',
      state,
      engine: { name: engine.name, version: engine.version },
      schema: { found, now: known },
      ...createStores({ database, paths, onDisk, guard, copies, ledgerReader: inline, onUnreadableRow }),
      ledgerAnswers: ledgerAnswers(reading.ask),
      ledgerImporter: importer,
      backUpIfDue: createDailyBackup({ copies, paths, onDisk, now }),
      async settle() {
        await Promise.all([reading.end(), importer.close(), copies.settled()])
      },
      close: () => closeWhole(database),
    }
  }
}

function ignore(): void {}

function closeWhole(database: DatabaseSync): void {
  if (!database.isOpen) return
  try {
    // The built-in engine does this itself; the development one leaves the log until its statements are collected.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // What is committed stays in the log, which the next start reads.
    if (storageFailure(error) === null) throw error
  } finally {
    database.close()
  }
}

function isNewer(found: DatabaseFile, known: number): found is Extract<DatabaseFile, { kind: 'database' }> {
  return found.kind === 'database' && found.version > known
}

function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
}
