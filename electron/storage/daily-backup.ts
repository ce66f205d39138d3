import type { Failure } from '../../shared/contract/failure.ts'
import { listBackups } from './backups.ts'
import type { Copies } from './copies.ts'
import { storageFailure } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

export type BackupOutcome =
  /** `at`: UTC ms. */
  | { kind: 'made'; at: number }
  | { kind: 'not-due' }
  /** The database is in memory only. */
  | { kind: 'nothing-to-keep' }
  | { kind: 'failed'; failure: Failure }

type Parts = {
  copies: Copies
  paths: StoragePaths
  onDisk: boolean
  now: () => number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Gives the function that makes a backup when the newest is a day old, or seems to come from a later day. */
export function createDailyBackup({ copies, paths, onDisk, now }: Parts): () => Promise<BackupOutcome> {
  return async () => {
    if (!onDisk) return { kind: 'nothing-to-keep' }
    const at = now()
    try {
      const newest = listBackups(paths)[0]
      // Distance, not difference: a clock that was once far ahead must not stop the backups until then.
      if (newest && Math.abs(at - newest.at) < DAY_MS) return { kind: 'not-due' }
      await copies.backUp()
      return { kind: 'made', at }
    } catch (error) {
      const failure = storageFailure(error)
      if (failure === null) throw error
      return { kind: 'failed', failure: failure.failure }
    }
  }
}
