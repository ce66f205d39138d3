import { type CatalogService, createCatalogService } from './catalog.ts'
import { type CatalogHistoryService, createCatalogHistory } from './catalog-history.ts'
import { type CatalogNewsService, createCatalogNews } from './catalog-news.ts'
import type { CatalogStore, Clock, SettingsStore, SnapshotStore, Target, UsedModels, Wire } from './ports.ts'
import { createSingleModel, type SingleModelService } from './single-model.ts'
import { keepingSnapshots } from './snapshot-keeper.ts'

export type CatalogServices = CatalogService & CatalogHistoryService & CatalogNewsService & SingleModelService

type CatalogParts = {
  wire: Wire
  connection: { target(): Promise<Target> }
  clock: Clock
  storage: {
    catalogs: CatalogStore
    snapshots: SnapshotStore
    settings: SettingsStore
    usedModels: UsedModels
  }
}

/** Everything that is known of models: now, of one alone, and before. */
export function composeCatalog({ wire, connection, clock, storage }: CatalogParts): CatalogServices {
  const { catalogs, snapshots, settings, usedModels: used } = storage
  const store = keepingSnapshots(catalogs, snapshots)
  const catalog = createCatalogService({ wire, connection, store, clock })
  return {
    ...catalog,
    ...createSingleModel({ wire, connection, catalog, clock }),
    ...createCatalogHistory({ connection, catalog, snapshots }),
    ...createCatalogNews({ connection, snapshots, settings, used }),
  }
}
