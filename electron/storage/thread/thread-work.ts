import type { DatabaseSync } from 'node:sqlite'
import type { MessagePort } from 'node:worker_threads'
import type { Failure } from '../../../shared/contract/failure.ts'
import type { LedgerReader } from '../../services/ledger-ports.ts'
import { copyForRestore, makeBackup } from '../backups.ts'
import type { Engine } from '../engine.ts'
import type { Guard } from '../guard.ts'
import { createLedgerReader } from '../ledger-reader.ts'
import type { StoragePaths } from '../storage-paths.ts'

/** What may take long on a large database, and so is done beside the main thread. Every call throws as a store does. */
export type ThreadWork = LedgerReader & {
  /** See `makeBackup`. `at` is UTC ms. */
  backUp(at: number): void
  /** See `copyForRestore`. */
  copyForRestore(id: string): void
}

/** What a thread has to know; all of it can be sent. */
export type ThreadSetup = {
  folder: string
  /** The schema version of this app. */
  newest: number
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

/** The work itself, on a connection that only reads. */
export function createThreadWork(parts: Parts): ThreadWork {
  const { database, engine, paths, newest, guard, onUnreadableRow } = parts
  return {
    ...createLedgerReader(database, guard, onUnreadableRow),
    backUp: (at) =>
      guard(() => {
        makeBackup(engine, database, paths, at)
      }),
    copyForRestore: (id) => guard(() => copyForRestore(engine, paths, id, newest)),
  }
}
