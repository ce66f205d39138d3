import { existsSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { StorageState } from '../../shared/contract/about.ts'
import { makeBackup, restoreNewest } from './backups.ts'
import { connect } from './connect.ts'
import type { DatabaseFile } from './database-file.ts'
import { writeDurably } from './durable-file.ts'
import type { Engine } from './engine.ts'
import { migrate, newestVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { setAside } from './set-aside.ts'
import { isDamage } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

export type Opening = {
  engine: Engine
  paths: StoragePaths
  migrations: readonly Migration[]
  /** UTC ms. */
  now: () => number
}

type Opened = { database: DatabaseSync; state: StorageState }

/**
 * Opens the database on disk with today's schema. A damaged or lost one is set aside, and the newest sound backup
 * takes its place (reliability B4). Throws the system's or SQLite's error when the folder cannot be used.
 */
export function openDatabase(opening: Opening, found: DatabaseFile): Opened {
  if (!isLost(opening.paths, found)) {
    try {
      return { database: openSound(opening), state: { kind: 'ok' } }
    } catch (error) {
      if (!isDamage(error)) throw error
    }
  }
  return recover(opening)
}

/** An empty database opens without complaint, so only the marker tells a loss from a first start. */
function isLost(paths: StoragePaths, found: DatabaseFile): boolean {
  if (found.kind === 'not-a-database') return true
  const isEmpty = found.kind === 'blank' || found.version === 0
  return isEmpty && existsSync(paths.marker)
}

function recover(opening: Opening): Opened {
  const { engine, paths, migrations, now } = opening
  const keptAs = setAside(paths, now())
  const backup = restoreNewest(engine, paths, newestVersion(migrations))
  try {
    return {
      database: openSound(opening),
      state: { kind: 'recovered', backupFrom: backup?.at ?? null, keptAs },
    }
  } catch (error) {
    // Restored, but not opened, on a full disk for one: the next start has to restore it again, and to say so.
    for (const path of [paths.database, ...paths.beside]) rmSync(path, { force: true })
    throw error
  }
}

function openSound({ engine, paths, migrations, now }: Opening): DatabaseSync {
  const database = connect(engine, paths)
  try {
    migrate(database, migrations, () => makeBackup(engine, database, paths, now()))
    if (!existsSync(paths.marker)) writeDurably(paths.marker, 'A database was made here.\n')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
