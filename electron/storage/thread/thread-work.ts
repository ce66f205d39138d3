import type { DatabaseSync } from 'node:sqlite'
import type { MessagePort } from 'node:worker_threads'
import { type Failure, failureOf } from '../../../shared/contract/failure.ts'
import { type BringIn, createBringIn, type ImportJob } from '../../services/bring-in.ts'
import type { LedgerReader } from '../../services/ledger-ports.ts'
import { ServiceFailure } from '../../services/ports.ts'
import { utcOffset } from '../../services/utc-offset.ts'
import { copyForRestore, makeBackup } from '../backups.ts'
import type { Engine } from '../engine.ts'
import { openFileReader } from '../file-stream.ts'
import type { Guard } from '../guard.ts'
import { createLedgerReader } from '../ledger-reader.ts'
import { createLedgerStore } from '../ledger-store.ts'
import type { StoragePaths } from '../storage-paths.ts'

/** What may take long on a large database, and so is done beside the main thread. Every call throws as a store does. */
export type ThreadWork = LedgerReader & {
  /** See `makeBackup`. `at` is UTC ms. */
  backUp(at: number): void
  /** See `copyForRestore`. */
  copyForRestore(id: string): void
  /** See `LedgerImporter`: the one file that is on its way in. */
  importBegin(job: ImportJob): Promise<void>
  importTurn: BringIn['turn']
  importReport: BringIn['report']
  importEnd(): Promise<void>
}

/** What a thread has to know; all of it can be sent. */
export type ThreadSetup = {
  folder: string
  /** The schema version of this app. */
  newest: number
  /** What the work does with the database: only an import writes. */
  access: 'reads' | 'writes'
}

/** Both ends are built together, so what goes between them has the types of `ThreadWork` and is not parsed again. */
export type ThreadQuestion = { name: keyof ThreadWork; given: readonly unknown[]; port: MessagePort }

export type ThreadAnswer<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'broke'; error: unknown }

/** What a thread tells without being asked. */
export type ThreadNews = { unreadableRow: { table: 'ledger'; id: string } }

type Parts = {
  database: DatabaseSync
  engine: Engine
  paths: StoragePaths
  newest: number
  guard: Guard
  onUnreadableRow: (row: { table: 'ledger'; id: string }) => void
}

/** The work itself, on a connection that only reads, or for an import, one that writes. */
export function createThreadWork(parts: Parts): ThreadWork {
  const { database, engine, paths, newest, guard, onUnreadableRow } = parts
  return {
    ...createLedgerReader(database, guard, onUnreadableRow),
    backUp: (at) =>
      guard(() => {
        makeBackup(engine, database, paths, at)
      }),
    copyForRestore: (id) => guard(() => copyForRestore(engine, paths, id, newest)),
    ...importWork(parts),
  }
}

function importWork({ database, guard, onUnreadableRow }: Parts) {
  const store = createLedgerStore(database, guard, onUnreadableRow)
  let current: BringIn | null = null
  const begun = (): BringIn => {
    // The thread that had begun it is gone.
    if (current === null) throw new ServiceFailure(failureOf('storage-failed'))
    return current
  }
  const importEnd = async () => {
    await current?.close()
    current = null
  }
  return {
    async importBegin(job: ImportJob) {
      await importEnd()
      current = createBringIn(job, { store, reader: openFileReader, utcOffset })
    },
    importTurn: async () => begun().turn(),
    importReport: (stopped: boolean) => begun().report(stopped),
    importEnd,
  }
}
