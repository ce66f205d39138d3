import type { DatabaseSync } from 'node:sqlite'
import type { ChatStore, ImageStore } from '../services/chat-store.ts'
import type { ComparisonStore } from '../services/comparison-store.ts'
import type { DraftStore } from '../services/drafts.ts'
import type { EstimateStore } from '../services/estimate-store.ts'
import type { BudgetStore, CareStore, LedgerReader, LedgerStore } from '../services/ledger-ports.ts'
import type {
  CatalogStore,
  ConnectionStore,
  KeyStore,
  SettingsStore,
  SnapshotStore,
  UsedModels,
} from '../services/ports.ts'
import type { DetailsStore } from '../services/request-details.ts'
import type { SearchStore } from '../services/search-store.ts'
import type { UnsupportedStore } from '../services/unsupported-parameters.ts'
import { createBudgetStore } from './budget-store.ts'
import { createCareStore } from './care-store.ts'
import { createCatalogStore } from './catalog-store.ts'
import { createChatStore } from './chat-store.ts'
import { createComparisonStore } from './comparison-store.ts'
import { createConnectionStore } from './connection-store.ts'
import type { Copies } from './copies.ts'
import { createDetailsStore } from './details-store.ts'
import { createDraftStore } from './draft-store.ts'
import { createEstimateStore } from './estimate-store.ts'
import type { Guard } from './guard.ts'
import { createImageStore } from './image-store.ts'
import { createKeyStore } from './key-store.ts'
import { createLedgerStore } from './ledger-store.ts'
import { createSearchStore } from './search-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createSnapshotStore } from './snapshot-store.ts'
import type { StoragePaths } from './storage-paths.ts'
import { createUnsupportedStore } from './unsupported-store.ts'
import { createUsedModels } from './used-models.ts'

/** A row that was read but is not what the contract says. `id` is its key in the table. */
export type UnreadableRow = {
  table:
    | 'attempt'
    | 'budget'
    | 'catalog'
    | 'catalog_price'
    | 'catalog_snapshot'
    | 'conversation'
    | 'estimate_sample'
    | 'connection'
    | 'connection_key'
    | 'ledger'
    | 'message'
  id: string
}

export type Stores = {
  settings: SettingsStore
  connections: ConnectionStore
  keys: KeyStore
  catalogs: CatalogStore
  snapshots: SnapshotStore
  chats: ChatStore
  images: ImageStore
  unsupported: UnsupportedStore
  comparisons: ComparisonStore
  details: DetailsStore
  drafts: DraftStore
  search: SearchStore
  estimates: EstimateStore
  ledger: LedgerStore
  ledgerReader: LedgerReader
  budgets: BudgetStore
  care: CareStore
  usedModels: UsedModels
}

type Parts = {
  database: DatabaseSync
  paths: StoragePaths
  onDisk: boolean
  guard: Guard
  copies: Copies
  ledgerReader: LedgerReader
  onUnreadableRow: (row: UnreadableRow) => void
}

export function createStores(parts: Parts): Stores {
  const { database, paths, onDisk, guard, copies, ledgerReader, onUnreadableRow } = parts
  return {
    settings: createSettingsStore(database, guard),
    connections: createConnectionStore(database, guard, onUnreadableRow),
    keys: createKeyStore(database, guard, {
      durable: onDisk,
      onUnreadableRow,
      eraseCopies: (slot) => {
        if (onDisk) copies.eraseKey(slot)
      },
    }),
    catalogs: createCatalogStore(database, guard, onUnreadableRow),
    snapshots: createSnapshotStore(database, guard, onUnreadableRow),
    chats: createChatStore(database, guard, onUnreadableRow),
    images: createImageStore(database, guard),
    unsupported: createUnsupportedStore(database, guard),
    comparisons: createComparisonStore(database, guard),
    details: createDetailsStore(database, guard),
    drafts: createDraftStore(database, guard),
    search: createSearchStore(database, guard),
    estimates: createEstimateStore(database, guard, onUnreadableRow),
    ledger: createLedgerStore(database, guard, onUnreadableRow),
    ledgerReader,
    budgets: createBudgetStore(database, guard, onUnreadableRow),
    care: createCareStore({ paths, onDisk, copies, guard }),
    usedModels: createUsedModels(database, guard),
  }
}
