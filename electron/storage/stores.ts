import type { DatabaseSync } from 'node:sqlite'
import type { CatalogStore, ChatStore, KeyStore, SettingsStore } from '../services/ports.ts'
import { eraseKeyFromBackups } from './backups.ts'
import { createCatalogStore } from './catalog-store.ts'
import { createChatStore } from './chat-store.ts'
import { writeDurably } from './durable-file.ts'
import type { Engine } from './engine.ts'
import { createGuard } from './guard.ts'
import { createKeyStore } from './key-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { storageFailure } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

/** A row that was read but is not what the contract says. `id` is its key in the table. */
export type UnreadableRow = { table: 'attempt' | 'catalog' | 'key_ciphertext' | 'message'; id: string }

export type Stores = {
  settings: SettingsStore
  keys: KeyStore
  catalogs: CatalogStore
  chats: ChatStore
}

type Parts = {
  database: DatabaseSync
  engine: Engine
  paths: StoragePaths
  onDisk: boolean
  onUnreadableRow: (row: UnreadableRow) => void
}

export function createStores({ database, engine, paths, onDisk, onUnreadableRow }: Parts): Stores {
  const guard = createGuard(() => {
    if (onDisk) askForWholeCheck(paths)
  })
  return {
    settings: createSettingsStore(database, guard),
    keys: createKeyStore(database, guard, {
      onUnreadableRow,
      eraseCopies: (origin) => {
        if (onDisk) eraseKeyFromBackups(engine, paths, origin)
      },
    }),
    catalogs: createCatalogStore(database, guard, onUnreadableRow),
    chats: createChatStore(database, guard, onUnreadableRow),
  }
}

/** The next start then looks at every page, finds the broken one and restores a backup. */
function askForWholeCheck(paths: StoragePaths): void {
  try {
    writeDurably(paths.checkDue, '')
  } catch (error) {
    // The damage itself is about to be reported; a small file is always checked as a whole anyway.
    if (storageFailure(error) === null) throw error
  }
}
