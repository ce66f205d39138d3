import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { failureOf } from '../../shared/contract/failure.ts'
import { type KeySlot, ServiceFailure } from '../services/ports.ts'
import { isSoundCopy } from './connect.ts'
import { renameDurably, syncFile } from './durable-file.ts'
import type { Engine } from './engine.ts'
import { DamagedDatabase, isDamage } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

const KEPT = 3
const NAME = /^tokenbook-(\d+)-(\d+)\.sqlite$/

/** `at` is UTC ms. `sequence` gives the order: a wrong clock must not make an old backup the newest. */
export type Backup = { path: string; sequence: number; at: number }

/** Newest first. */
export function listBackups(paths: StoragePaths): Backup[] {
  return namesIn(paths.backups)
    .flatMap((name) => {
      const found = NAME.exec(name)
      if (!found) return []
      return [{ path: join(paths.backups, name), sequence: Number(found[1]), at: Number(found[2]) }]
    })
    .sort((a, b) => b.sequence - a.sequence)
}

/**
 * Writes a copy of the database, checks it, and only then lets go of the oldest beyond three. Throws the system's or
 * SQLite's error, or `DamagedDatabase` when the copy does not pass; earlier backups are then untouched.
 */
export function makeBackup(engine: Engine, database: DatabaseSync, paths: StoragePaths, at: number): Backup {
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 })
  removeUnfinished(paths)
  const sequence = (listBackups(paths)[0]?.sequence ?? 0) + 1
  const path = join(paths.backups, `tokenbook-${String(sequence).padStart(6, '0')}-${at}.sqlite`)
  const unfinished = `${path}.part`
  try {
    // Made here so that it is never readable by others; SQLite accepts an empty file.
    closeSync(openSync(unfinished, 'wx', 0o600))
    database.prepare('VACUUM INTO ?').run(unfinished)
    if (!isSoundCopy(engine, unfinished, Number.POSITIVE_INFINITY)) {
      throw new DamagedDatabase('the copy does not pass its check')
    }
    syncFile(unfinished)
    renameDurably(unfinished, path)
  } finally {
    removeUnfinished(paths)
  }
  for (const old of listBackups(paths).slice(KEPT)) rmSync(old.path)
  return { path, sequence, at }
}

/** Puts the newest backup that is sound in place of the database. `null` when there is none. */
export function restoreNewest(engine: Engine, paths: StoragePaths, newest: number): Backup | null {
  const backup = listBackups(paths).find((candidate) => isSoundCopy(engine, candidate.path, newest))
  if (!backup) return null
  copyDurably(backup.path, `${paths.database}.restoring`, paths.database)
  return backup
}

/** Copies a file so that its new name appears only when all of it is on disk; `unfinished` is in the same folder. */
function copyDurably(from: string, unfinished: string, to: string): void {
  try {
    copyFileSync(from, unfinished)
    syncFile(unfinished)
    renameDurably(unfinished, to)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** As a page names a backup. */
export function idOf({ sequence, at }: Backup): string {
  return `${sequence}-${at}`
}

/**
 * Lays a copy of this backup ready for the next start. Throws `not-found`, and `storage-failed` when the backup is not
 * sound.
 */
export function copyForRestore(engine: Engine, paths: StoragePaths, id: string, newest: number): void {
  const backup = listBackups(paths).find((candidate) => idOf(candidate) === id)
  if (!backup) throw new ServiceFailure(failureOf('not-found'))
  if (!isSoundCopy(engine, backup.path, newest)) throw new ServiceFailure(failureOf('storage-failed'))
  copyDurably(backup.path, `${paths.restoring}.part`, paths.restoring)
}

/** Puts a backup that a person chose in place of the database; what SQLite keeps beside the old one goes with it. */
export function restoreChosen(paths: StoragePaths): void {
  if (!existsSync(paths.restoring)) return
  for (const path of paths.beside) rmSync(path, { force: true })
  renameDurably(paths.restoring, paths.database)
}

/**
 * Removes a forgotten key's ciphertext from the backups too: to forget is to forget everywhere. In one from before there
 * were several connections the keys stand in another table, and all belong to what became the first connection.
 */
export function eraseKeyFromBackups(
  engine: Engine,
  paths: StoragePaths,
  { connection, origin }: KeySlot,
): void {
  for (const backup of listBackups(paths)) {
    const database = engine.open(backup.path)
    try {
      database.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL')
      database
        .prepare(`DELETE FROM key_ciphertext WHERE origin = ? AND ? = 'default'`)
        .run(origin, connection)
      if (hasTable(database, 'connection_key')) {
        database
          .prepare('DELETE FROM connection_key WHERE connection_id = ? AND origin = ?')
          .run(connection, origin)
      }
    } catch (error) {
      // A broken backup cannot be edited, and is never restored either.
      if (!isDamage(error)) throw error
    } finally {
      database.close()
    }
  }
}

function hasTable(database: DatabaseSync, name: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined
}

function removeUnfinished(paths: StoragePaths): void {
  for (const name of namesIn(paths.backups)) {
    if (/\.part(-journal)?$/.test(name)) rmSync(join(paths.backups, name), { force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
