import { failureOf } from '../../shared/contract/failure.ts'
import type { BaseUrlReading } from '../xai/base-url.ts'
import { DEFAULT_BASE_URL, SEGMIND_BASE_URL } from '../xai/base-url.ts'
import {
  type ConnectionRow,
  type ConnectionStore,
  type KeySlot,
  ServiceFailure,
  type SettingsStore,
} from './ports.ts'

/** The connection that is there before anything was added; keys from before there were several belong to it. */
const FIRST_PROFILE = 'default'
/** Not a row: the built-in demo can be used, but not changed. */
export const DEMO_PROFILE = 'demo'

const ACTIVE_SETTING = 'active-connection'
const MOST = 50

const OWN_BASE_URL = { xai: DEFAULT_BASE_URL, segmind: SEGMIND_BASE_URL } as const

/** What the person set for this session. */
type SessionEnvironment = { baseUrl: string | null; key: string | null }

export type ProfilesPorts = {
  store: ConnectionStore
  settings: SettingsStore
  environment: SessionEnvironment
  parseBaseUrl: (text: string) => BaseUrlReading
  /** UTC ms. */
  now: () => number
  uuid: () => string
}

/** Where a connection leads now. */
export type Address = {
  baseUrl: string
  origin: string
  host: string
  from: 'default' | 'settings' | 'environment'
  kind: 'xai' | 'custom' | 'segmind'
}

/** The named connections and which is in use. What names one that is gone throws `ServiceFailure` `not-found`. */
export type Profiles = {
  /** Never empty. */
  list(): ConnectionRow[]
  find(id: string): ConnectionRow
  /** Id of the connection in use, or `DEMO_PROFILE`. */
  active(): string
  /** Throws `invalid-base-url`: asking another server than the one set would be worse than saying so. */
  address(row: ConnectionRow): Address
  /** Where a key from the environment belongs, or `null` without one or without a connection for it. */
  environmentSlot(): KeySlot | null
  add(given: { name: string; service: ConnectionRow['service']; baseUrl: string | null }): string
  rename(id: string, name: string): void
  setBaseUrl(id: string, baseUrl: string | null): void
  remove(id: string): void
  use(id: string): void
}

/**
 * `XAI_BASE_URL` stands in for the base URL of one connection in this session: the one in use at the start, or else the
 * first that speaks like xAI. `XAI_API_KEY` belongs to that same place, and without `XAI_BASE_URL` to xAI itself: it is
 * never sent to a custom host that nobody named together with it.
 */
export function createProfiles(ports: ProfilesPorts): Profiles {
  const { store, settings, environment } = ports

  function list(): ConnectionRow[] {
    const rows = store.list()
    const first: ConnectionRow = {
      id: FIRST_PROFILE,
      name: 'xAI',
      service: 'xai',
      baseUrl: null,
      createdAt: 0,
    }
    return rows.length === 0 ? [first] : rows
  }

  function find(id: string): ConnectionRow {
    const row = list().find((candidate) => candidate.id === id)
    if (row === undefined) throw new ServiceFailure(failureOf('not-found'))
    return row
  }

  function active(): string {
    const set = settings.get(ACTIVE_SETTING)
    if (set === DEMO_PROFILE) return set
    const rows = list()
    return (rows.find(({ id }) => id === set) ?? rows[0])?.id ?? DEMO_PROFILE
  }

  function parsed(text: string): Extract<BaseUrlReading, { ok: true }> {
    const reading = ports.parseBaseUrl(text.trim())
    if (!reading.ok) throw new ServiceFailure(failureOf('invalid-base-url'))
    return reading
  }

  function address(row: ConnectionRow): Address {
    const inSession = row.id === environmentProfile ? environment.baseUrl : null
    const text = inSession ?? row.baseUrl ?? OWN_BASE_URL[row.service]
    const { baseUrl, origin, host } = parsed(text)
    const from = inSession !== null ? 'environment' : row.baseUrl !== null ? 'settings' : 'default'
    const kind = row.service === 'segmind' ? 'segmind' : origin === DEFAULT_BASE_URL ? 'xai' : 'custom'
    return { baseUrl, origin, host, from, kind }
  }

  function chosenForEnvironment(): string | null {
    const suits = (row: ConnectionRow) =>
      row.service === 'xai' && (environment.baseUrl !== null || row.baseUrl === null)
    if (environment.baseUrl === null && environment.key === null) return null
    const inUse = active()
    const rows = list().filter(suits)
    return (rows.find(({ id }) => id === inUse) ?? rows[0])?.id ?? null
  }

  const environmentProfile = chosenForEnvironment()

  return {
    list,
    find,
    active,
    address,
    environmentSlot() {
      if (environment.key === null || environmentProfile === null) return null
      const reading = ports.parseBaseUrl(environment.baseUrl ?? DEFAULT_BASE_URL)
      return reading.ok ? { connection: environmentProfile, origin: reading.origin } : null
    },
    add({ name, service, baseUrl }) {
      const address = baseUrl === null ? null : parsed(baseUrl).baseUrl
      const rows = list()
      if (rows.length >= MOST) throw new ServiceFailure(failureOf('storage-failed'))
      // The first one becomes a row of its own with the second: until then it needs none.
      for (const row of rows) store.save(row)
      const id = ports.uuid()
      store.save({ id, name, service, baseUrl: address, createdAt: ports.now() })
      return id
    },
    rename: (id, name) => store.save({ ...find(id), name }),
    setBaseUrl(id, baseUrl) {
      const row = find(id)
      store.save({ ...row, baseUrl: baseUrl === null ? null : parsed(baseUrl).baseUrl })
    },
    remove(id) {
      store.remove(find(id).id)
      if (settings.get(ACTIVE_SETTING) === id) settings.set(ACTIVE_SETTING, null)
    },
    use(id) {
      settings.set(ACTIVE_SETTING, id === DEMO_PROFILE ? id : find(id).id)
    },
  }
}
