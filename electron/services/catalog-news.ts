import { changesOfUsed } from '../../shared/catalog/used-changes.ts'
import type { News } from '../../shared/contract/catalog.ts'
import { catalogScopeOf } from './catalog-scope.ts'
import { compareReadings } from './compare-readings.ts'
import {
  ServiceFailure,
  type SettingsStore,
  type SnapshotRow,
  type SnapshotStore,
  type Target,
  type UsedModels,
} from './ports.ts'

export type CatalogNewsPorts = {
  connection: { target(): Promise<Target> }
  snapshots: SnapshotStore
  settings: SettingsStore
  used: UsedModels
}

export type CatalogNewsService = {
  /** What changed for this person since they last dismissed a notice, or `null`. */
  news(): Promise<News | null>
  /** Nothing up to the snapshot `id` is news any more. */
  dismissNews(id: number): Promise<News | null>
}

/**
 * News is the difference between the newest reading and the last one that there was nothing (more) to tell about, so it
 * stays over a restart, adds up until it is dismissed, and goes when what changed has changed back. Only readings of the
 * same key are compared: what another key may not see did not go away.
 */
export function createCatalogNews({
  connection,
  snapshots,
  settings,
  used,
}: CatalogNewsPorts): CatalogNewsService {
  function newsOf(target: Target): News | null {
    const { origin, keyMark } = catalogScopeOf(target)
    const rows = snapshots.list(origin).filter((row) => row.keyMark === keyMark)
    const [newest] = rows
    const told = toldUpTo(rows, lastTold(target))
    if (newest === undefined || told === null) return null
    const before = told.id === newest.id ? null : snapshots.load(origin, told.id)
    const after = before === null ? null : snapshots.load(origin, newest.id)
    if (before === null || after === null) return quiet(target, newest)
    const { changes } = compareReadings(before, after)
    const names = used.names({ host: new URL(target.baseUrl).host, demo: target.demo })
    const touched = changesOfUsed(changes, names, before.models, after.models)
    if (touched === null) return quiet(target, newest)
    const reading = ({ id, readAt }: SnapshotRow) => ({ snapshot: id, readAt })
    return { id: newest.id, before: reading(told), after: reading(newest), changes: touched }
  }

  function lastTold(target: Target): number {
    return Number(settings.get(settingOf(target)) ?? 0)
  }

  /** With nothing to tell, later changes are compared with now: what was used only afterwards makes no old news. */
  function quiet(target: Target, { id }: SnapshotRow): null {
    if (lastTold(target) === id) return null
    try {
      settings.set(settingOf(target), String(id))
    } catch (error) {
      // Nothing is lost: the same comparison has the same result next time.
      if (!(error instanceof ServiceFailure)) throw error
    }
    return null
  }

  return {
    news: async () => newsOf(await connection.target()),
    async dismissNews(id) {
      const target = await connection.target()
      if (id > lastTold(target)) settings.set(settingOf(target), String(id))
      return newsOf(target)
    },
  }
}

/** The reading that was told about last, or the nearest older one that was not thinned out; else the oldest. */
function toldUpTo(rows: readonly SnapshotRow[], id: number): SnapshotRow | null {
  return rows.find((row) => row.id <= id) ?? rows.at(-1) ?? null
}

function settingOf(target: Target): string {
  const { origin, keyMark } = catalogScopeOf(target)
  return keyMark === null ? `catalog-news:${origin}` : `catalog-news:${origin}:${keyMark}`
}
