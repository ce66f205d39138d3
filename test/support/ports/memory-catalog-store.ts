import { type CatalogStore, ServiceFailure, type StoredCatalog } from '../../../electron/services/ports.ts'
import { failureOf } from '../../../shared/contract/failure.ts'

export type MemoryCatalogStore = CatalogStore & {
  rows: Map<string, StoredCatalog>
  /** From now on nothing can be written. */
  fill(): void
}

export function memoryCatalogStore(): MemoryCatalogStore {
  const rows = new Map<string, StoredCatalog>()
  let full = false
  return {
    rows,
    fill: () => {
      full = true
    },
    load: (origin) => rows.get(origin) ?? null,
    save(origin, catalog) {
      if (full) throw new ServiceFailure(failureOf('disk-full'))
      rows.set(origin, structuredClone(catalog))
    },
  }
}
