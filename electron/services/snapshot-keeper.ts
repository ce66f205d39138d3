import { canonicalJson } from '../../shared/catalog/canonical-json.ts'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import { digestsOf, saysMore } from './list-digests.ts'
import type { CatalogStore, PricePoint, SnapshotStore, StoredCatalog } from './ports.ts'

/**
 * A catalog store that also keeps a snapshot of every reading that differs from the last one of the same key, with the
 * prices that became different. Throws what either store throws; the reading itself is then kept all the same.
 */
export function keepingSnapshots(catalogs: CatalogStore, snapshots: SnapshotStore): CatalogStore {
  return {
    load: (origin) => catalogs.load(origin),
    save(origin, catalog) {
      catalogs.save(origin, catalog)
      const digests = digestsOf(catalog)
      const before = snapshots.list(origin).find(({ keyMark }) => keyMark === catalog.keyMark)
      if (before !== undefined && !saysMore(digests, before.digests)) return
      const last = before === undefined ? null : snapshots.load(origin, before.id)
      snapshots.add(origin, catalog, digests, pricePoints(catalog, last, snapshots.latestPrices(origin)))
    },
  }
}

/**
 * Where prices became different. Another key's readings count for prices, which are the same for all, but that a model
 * is gone only the readings of one key can tell: a list is what its key may see (reference 2.1).
 */
function pricePoints(
  { models }: StoredCatalog,
  last: StoredCatalog | null,
  latest: readonly PricePoint[],
): PricePoint[] {
  const known = new Map(latest.map(({ model, prices }) => [model, prices]))
  const listed = new Set(models.map(({ id }) => id))
  const changed = models.filter(({ id, prices }) => !isSame(prices, known.get(id)))
  const gone = (last?.models ?? []).filter(({ id }) => !listed.has(id) && (known.get(id) ?? null) !== null)
  return [
    ...changed.map(({ id, prices }) => ({ model: id, prices })),
    ...gone.map(({ id }) => ({ model: id, prices: null })),
  ]
}

function isSame(prices: LanguageModel['prices'], known: LanguageModel['prices'] | null | undefined): boolean {
  return known !== null && known !== undefined && canonicalJson(prices) === canonicalJson(known)
}
