import type { CatalogService } from '../services/catalog.ts'
import type { Implementer } from './implementer.ts'

export function catalogRoutes({ catalog: os }: Implementer, catalog: CatalogService) {
  return os.router({
    read: os.read.handler(() => catalog.read()),
    refresh: os.refresh.handler(() => catalog.refresh()),
  })
}
