import { join } from 'node:path'

export type StoragePaths = {
  folder: string
  database: string
  /** Files that SQLite keeps beside the database; they belong to it and move with it. */
  beside: readonly string[]
  wal: string
  /** The index of the log, which all that have the database open share; SQLite makes it anew when it is gone. */
  sharedMemory: string
  backups: string
  /** Exists once there was a database here: an empty one is then a loss, not a first start. */
  marker: string
  /** Exists when a broken page was met while running: the next start checks the whole file. */
  checkDue: string
  /** A backup that the next start puts in place of the database. */
  restoring: string
  /** Exists when everything is to be removed before anything is opened. */
  eraseDue: string
  /** The key of the weak box (see weak-box.ts). */
  weakKey: string
}

export function storagePaths(folder: string): StoragePaths {
  const database = join(folder, 'tokenbook.sqlite')
  const wal = `${database}-wal`
  const sharedMemory = `${database}-shm`
  return {
    folder,
    database,
    beside: [wal, sharedMemory, `${database}-journal`],
    wal,
    sharedMemory,
    backups: join(folder, 'backups'),
    marker: join(folder, 'tokenbook.initialised'),
    checkDue: join(folder, 'tokenbook.check-due'),
    restoring: join(folder, 'tokenbook.restore'),
    eraseDue: join(folder, 'tokenbook.erase-due'),
    weakKey: join(folder, 'weak-key'),
  }
}
