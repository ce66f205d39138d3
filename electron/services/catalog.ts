import type { Catalog } from '../../shared/contract/catalog.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { readLists } from './catalog-lists.ts'
import { catalogScopeOf } from './catalog-scope.ts'
import {
  type CatalogStore,
  type Clock,
  ServiceFailure,
  type StoredCatalog,
  type Target,
  type Wire,
} from './ports.ts'
import { isSameTarget } from './same-target.ts'
import { SEGMIND_CATALOG } from './segmind-catalog.ts'

export type CatalogPorts = {
  wire: Wire
  connection: { target(): Promise<Target> }
  store: CatalogStore
  clock: Clock
}

export type CatalogService = {
  /** What is known of the server in use, from memory or disk, without asking it. */
  read(): Promise<Catalog>
  /** Asks the server; who calls while that is under way shares it. Why it failed is in `failure`. */
  refresh(): Promise<Catalog>
}

/** What is known of one server with one key: a list is what that key may see (reference 2.1). */
type Known = {
  target: Target
  stored: StoredCatalog | null
  from: Catalog['from']
  failure: Failure | null
}

/**
 * The model lists of the server in use. A failed attempt keeps what was known. An answer that arrives after the
 * connection has changed is dropped: it belongs to another server or another key.
 */
export function createCatalogService({ wire, connection, store, clock }: CatalogPorts): CatalogService {
  let known: Known | null = null
  let running: { target: Target; catalog: Promise<Catalog> } | null = null

  function knownOf(target: Target): Known {
    if (known === null || !isSameTarget(known.target, target)) known = fromDisk(store, target)
    return known
  }

  async function ask(target: Target): Promise<Catalog> {
    if (target.kind === 'segmind') return catalogOf(knownOf(target))
    const reading = await readLists(wire, target)
    const inUse = await connection.target()
    if (!isSameTarget(inUse, target)) return catalogOf(knownOf(inUse))
    if (!reading.ok) known = { ...knownOf(target), failure: reading.failure }
    else
      known = kept(store, target, {
        ...reading.lists,
        readAt: clock.now(),
        keyMark: catalogScopeOf(target).keyMark,
      })
    return catalogOf(known)
  }

  return {
    async read() {
      return catalogOf(knownOf(await connection.target()))
    },
    async refresh() {
      const target = await connection.target()
      if (running !== null && isSameTarget(running.target, target)) return running.catalog
      const mine = { target, catalog: ask(target) }
      running = mine
      try {
        return await mine.catalog
      } finally {
        if (running === mine) running = null
      }
    },
  }
}

function fromDisk(store: CatalogStore, target: Target): Known {
  if (target.kind === 'segmind')
    return { target, stored: SEGMIND_CATALOG, from: 'documentation', failure: null }
  try {
    const { origin, keyMark } = catalogScopeOf(target)
    const found = store.load(origin)
    const stored = found !== null && found.keyMark === keyMark ? found : null
    return { target, stored, from: stored === null ? 'none' : 'disk', failure: null }
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    return { target, stored: null, from: 'none', failure: error.failure }
  }
}

/** A disk that refuses costs the list its life over a restart, not the person the list. */
function kept(store: CatalogStore, target: Target, read: StoredCatalog): Known {
  const known: Known = { target, stored: read, from: 'server', failure: null }
  try {
    store.save(catalogScopeOf(target).origin, read)
    return known
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    const reason = `the list could not be kept on disk: ${error.failure.code}`
    const problem = { list: 'language-models', index: null, id: null, reason }
    return { ...known, stored: { ...read, problems: [...read.problems, problem] } }
  }
}

function catalogOf({ target, stored, from, failure }: Known): Catalog {
  return {
    host: new URL(target.baseUrl).host,
    demo: target.demo,
    from,
    readAt: from === 'documentation' ? null : (stored?.readAt ?? null),
    models: stored?.models ?? [],
    imageModels: stored?.imageModels ?? [],
    problems: stored?.problems ?? [],
    failure,
  }
}
