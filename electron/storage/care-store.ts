import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { failureOf } from '../../shared/contract/failure.ts'
import type { CareStore } from '../services/ledger-ports.ts'
import { ServiceFailure } from '../services/ports.ts'
import { type Backup, copyDurably, listBackups, makeBackup } from './backups.ts'
import { isSoundCopy } from './connect.ts'
import { writeDurably } from './durable-file.ts'
import type { Engine } from './engine.ts'
import type { Guard } from './guard.ts'
import type { StoragePaths } from './storage-paths.ts'

type Parts = {
  database: DatabaseSync
  engine: Engine
  paths: StoragePaths
  onDisk: boolean
  /** The schema version of this app. */
  newest: number
  now: () => number
  guard: Guard
}

/** The files of the data folder, as a person cares for them. */
export function createCareStore({ database, engine, paths, onDisk, newest, now, guard }: Parts): CareStore {
  function requireDisk(): void {
    if (!onDisk) throw new ServiceFailure(failureOf('storage-read-only'))
  }
  return {
    bytes: () => guard(() => [paths.database, ...paths.beside].reduce((sum, path) => sum + sizeOf(path), 0)),
    backups: () => guard(() => listBackups(paths).map(infoOf)),
    damagedFiles: () => guard(() => damagedFiles(paths)),
    backUpNow: () =>
      guard(() => {
        requireDisk()
        makeBackup(engine, database, paths, now())
      }),
    stageRestore: (id) =>
      guard(() => {
        requireDisk()
        const backup = listBackups(paths).find((candidate) => idOf(candidate) === id)
        if (!backup) throw new ServiceFailure(failureOf('not-found'))
        if (!isSoundCopy(engine, backup.path, newest)) throw new ServiceFailure(failureOf('storage-failed'))
        copyDurably(backup.path, `${paths.restoring}.part`, paths.restoring)
        try {
          // After the copy: three are kept, and the one that is restored may be the oldest.
          makeBackup(engine, database, paths, now())
        } catch (error) {
          rmSync(paths.restoring, { force: true })
          throw error
        }
      }),
    markErased: () => guard(() => writeDurably(paths.eraseDue, 'Everything here is to be removed.\n')),
  }
}

function idOf({ sequence, at }: Backup): string {
  return `${sequence}-${at}`
}

function infoOf(backup: Backup): { id: string; at: number; bytes: number } {
  return { id: idOf(backup), at: backup.at, bytes: sizeOf(backup.path) }
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

function damagedFiles(paths: StoragePaths): string[] {
  if (!existsSync(paths.folder)) return []
  return readdirSync(paths.folder).filter((name) => /\.corrupt-[\d-]+$/.test(name))
}
