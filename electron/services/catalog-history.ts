import type {
  Catalog,
  Comparison,
  PriceHistory,
  Snapshot,
  SnapshotRef,
} from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { type CatalogScope, catalogScopeOf } from './catalog-scope.ts'
import { compareReadings, type Lists } from './compare-readings.ts'
import { ServiceFailure, type SnapshotStore, type Target } from './ports.ts'

export type CatalogHistoryPorts = {
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  snapshots: SnapshotStore
}

export type CatalogHistoryService = {
  /** The stored readings of the server in use, newest first; other keys' too, marked as such. */
  snapshots(): Promise<Snapshot[]>
  /** Fails with `not-found` for a snapshot of another server, one thinned out, and `current` before any reading. */
  changes(sides: { before: SnapshotRef; after: SnapshotRef }): Promise<Comparison>
  priceHistory(id: string): Promise<PriceHistory>
}

type Reading = Lists & { snapshot: SnapshotRef; readAt: number; keyMark: string | null }

/** What the lists of the server in use said before. Throws `ServiceFailure` when the disk cannot tell. */
export function createCatalogHistory({
  connection,
  catalog,
  snapshots,
}: CatalogHistoryPorts): CatalogHistoryService {
  const scope = async () => catalogScopeOf(await connection.target())

  async function reading({ origin, keyMark }: CatalogScope, snapshot: SnapshotRef): Promise<Reading> {
    if (snapshot === 'current') {
      const { readAt, models, imageModels, problems } = await catalog.read()
      if (readAt === null) throw new ServiceFailure(failureOf('not-found'))
      return { snapshot, readAt, keyMark, models, imageModels, problems }
    }
    const stored = snapshots.load(origin, snapshot)
    if (stored === null) throw new ServiceFailure(failureOf('not-found'))
    return { ...stored, snapshot }
  }

  return {
    async snapshots() {
      const target = await connection.target()
      const { origin, keyMark } = catalogScopeOf(target)
      const host = target.demo ? 'demo' : new URL(target.baseUrl).host
      return snapshots.list(origin).map(({ id, readAt, models, imageModels, ...row }) => {
        const otherKey = row.keyMark !== keyMark
        return { id, host, demo: target.demo, otherKey, readAt, models, imageModels }
      })
    },
    async changes(sides) {
      const here = await scope()
      const before = await reading(here, sides.before)
      const after = await reading(here, sides.after)
      return {
        before: { snapshot: before.snapshot, readAt: before.readAt },
        after: { snapshot: after.snapshot, readAt: after.readAt },
        differentKeys: before.keyMark !== after.keyMark,
        ...compareReadings(before, after),
      }
    },
    async priceHistory(id) {
      const { origin } = await scope()
      const { readAt } = await catalog.read()
      return { id, points: snapshots.priceHistory(origin, id), until: readAt }
    },
  }
}
