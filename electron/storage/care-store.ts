import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { failureOf } from '../../shared/contract/failure.ts'
import type { CareStore } from '../services/ledger-ports.ts'
import { ServiceFailure } from '../services/ports.ts'
import { type Backup, idOf, listBackups } from './backups.ts'
import type { Copies } from './copies.ts'
import { writeDurably } from './durable-file.ts'
import type { Guard } from './guard.ts'
import type { StoragePaths } from './storage-paths.ts'

type Parts = {
  paths: StoragePaths
  onDisk: boolean
  copies: Copies
  guard: Guard
}

/** The files of the data folder, as a person cares for them. */
export function createCareStore({ paths, onDisk, copies, guard }: Parts): CareStore {
  function requireDisk(): void {
    if (!onDisk) throw new ServiceFailure(failureOf('storage-read-only'))
  }
  return {
    bytes: () => guard(() => [paths.database, ...paths.beside].reduce((sum, path) => sum + sizeOf(path), 0)),
    backups: () => guard(() => listBackups(paths).map(infoOf)),
    damagedFiles: () => guard(() => damagedFiles(paths)),
    async backUpNow() {
      requireDisk()
      await copies.backUp()
    },
    async stageRestore(id) {
      requireDisk()
      await copies.copyForRestore(id)
      try {
        // After the copy: three are kept, and the one that is restored may be the oldest.
        await copies.backUp()
      } catch (error) {
        guard(() => rmSync(paths.restoring, { force: true }))
        throw error
      }
    },
    markErased: () => guard(() => writeDurably(paths.eraseDue, 'Everything here is to be removed.\n')),
  }
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
