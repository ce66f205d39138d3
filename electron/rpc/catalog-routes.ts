import type { CatalogServices } from '../services/compose-catalog.ts'
import type { Implementer } from './implementer.ts'

export function catalogRoutes({ catalog: os }: Implementer, catalog: CatalogServices) {
  return os.router({
    read: os.read.handler(() => catalog.read()),
    refresh: os.refresh.handler(() => catalog.refresh()),
    refreshModel: os.refreshModel.handler(({ input }) => catalog.refreshModel(input.name)),
    snapshots: os.snapshots.handler(() => catalog.snapshots()),
    changes: os.changes.handler(({ input }) => catalog.changes(input)),
    priceHistory: os.priceHistory.handler(({ input }) => catalog.priceHistory(input.id)),
    news: os.news.handler(() => catalog.news()),
    dismissNews: os.dismissNews.handler(({ input }) => catalog.dismissNews(input.id)),
  })
}
