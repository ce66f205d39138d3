import type {
  PricePoint,
  SnapshotRow,
  SnapshotStore,
  StoredCatalog,
} from '../../../electron/services/ports.ts'

type Kept = SnapshotRow & { origin: string; catalog: StoredCatalog }
type Point = PricePoint & { origin: string; readAt: number }

/** Snapshots and price points without a disk. */
export function memorySnapshotStore(): SnapshotStore {
  const rows: Kept[] = []
  const points: Point[] = []
  return {
    list: (origin) =>
      rows
        .filter((row) => row.origin === origin)
        .map(({ origin: _, catalog: __, ...row }) => row)
        .reverse(),
    load: (origin, id) => rows.find((row) => row.origin === origin && row.id === id)?.catalog ?? null,
    add(origin, catalog, digests, prices) {
      const { keyMark, readAt, models, imageModels } = catalog
      const id = rows.length + 1
      const images = digests.images === null ? null : imageModels.length
      const row = { id, keyMark, readAt, models: models.length, imageModels: images, digests }
      rows.push({ ...row, origin, catalog: structuredClone(catalog) })
      points.push(...prices.map((point) => ({ ...point, origin, readAt })))
    },
    latestPrices: (origin) => {
      const mine = points.filter((point) => point.origin === origin)
      return [...new Map(mine.map(({ model, prices }) => [model, { model, prices }])).values()]
    },
    priceHistory: (origin, model) =>
      points
        .filter((point) => point.origin === origin && point.model === model)
        .map(({ readAt, prices }) => ({ readAt, prices })),
  }
}
