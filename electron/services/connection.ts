import type { Connection, KeepKey, KeyPlace, Profile } from '../../shared/contract/connection.ts'
import { cleanKey, keyIdOf } from './clean-key.ts'
import { type ConnectionRow, type KeySlot, ServiceFailure, type Target, type Vault } from './ports.ts'
import { type Address, DEMO_PROFILE, type Profiles } from './profiles.ts'

export type ConnectionPorts = {
  profiles: Profiles
  vault: Vault
  /** Starts the built-in demo API. Called when first needed, and again only after it failed. */
  demo: () => Promise<{ baseUrl: string; key: string }>
  /** Told of each change. `renewed`: the connection has another key or host, so what was known of it is not true now. */
  changed: (change: ConnectionChange) => void
}

export type ConnectionChange = { profile: string; renewed: boolean }

/** The key goes in through `saveKey` and out through `target` alone, which never leaves the main process. */
export type ConnectionService = {
  status(): Promise<Connection>
  target(): Promise<Target>
  /** Id of the connection that answers now: `demo` also while the demo stands in for one without a usable key. */
  inUse(): string
  add(given: { name: string; service: ConnectionRow['service']; baseUrl: string | null }): Promise<{
    id: string
    connection: Connection
  }>
  rename(profile: string, name: string): Promise<Connection>
  remove(profile: string): Promise<Connection>
  use(profile: string): Promise<Connection>
  setBaseUrl(baseUrl: string | null, profile?: string): Promise<Connection>
  saveKey(key: string, keep: KeepKey, profile?: string): Promise<Connection>
  forgetKey(profile?: string): Promise<Connection>
  moveKey(to: KeyPlace, profile?: string): Promise<Connection>
}

/** A connection and where it leads, with the place of its key. */
type Place = { row: ConnectionRow; address: Address; slot: KeySlot }

/**
 * Which server requests go to, and with which key. A key is bound to the connection and the origin it was entered for:
 * for any other origin the demo answers. Every method throws `ServiceFailure` `invalid-base-url` while the base URL in
 * force cannot be used: falling back to another server than the one asked for would be worse than saying so.
 * `setBaseUrl` and `add` also throw it for the new one, `saveKey` and `moveKey` what the vault throws, and all of them
 * `not-found` for a connection that is gone.
 */
export function createConnectionService({
  profiles,
  vault,
  changed,
  ...ports
}: ConnectionPorts): ConnectionService {
  const demo = once(ports.demo)

  function placeOf(row: ConnectionRow): Place {
    const address = profiles.address(row)
    return { row, address, slot: { connection: row.id, origin: address.origin } }
  }

  /** The place meant: the one named, the one in use, or for someone in the demo the first. */
  function placeMeant(profile: string | undefined): Place {
    const active = profiles.active()
    const [first] = profiles.list()
    const id = profile ?? (active === DEMO_PROFILE ? (first?.id ?? active) : active)
    return placeOf(profiles.find(id))
  }

  function placeInUse(): Place | null {
    const active = profiles.active()
    return active === DEMO_PROFILE ? null : placeOf(profiles.find(active))
  }

  async function target(): Promise<Target> {
    const place = placeInUse()
    const key = place && vault.key(place.slot)
    if (place === null || key === null) return demoTarget(await demo())
    const { row, address } = place
    return {
      baseUrl: address.baseUrl,
      key,
      demo: false,
      kind: address.kind,
      connection: { id: row.id, name: row.name },
      keyId: keyIdOf(key),
    }
  }

  function profileOf(row: ConnectionRow): Profile {
    const { id, name } = row
    const { address, slot } = placeOf(row)
    const key = vault.key(slot)
    return {
      ...{ id, name, kind: address.kind },
      ...{ host: address.host, baseUrl: address.baseUrl, baseUrlFrom: address.from },
      key: vault.status(slot),
      keyId: key === null ? null : keyIdOf(key),
      otherKeyHost: vault.otherHost(slot),
      moves: vault.moves(slot),
      hiddenKey: vault.hidden(slot),
    }
  }

  async function status(): Promise<Connection> {
    const place = placeInUse()
    const list = [...profiles.list().map(shownOf), DEMO]
    const active = place === null ? DEMO : profileOf(place.row)
    const usable = active.key.kind === 'present'
    const demoUrl = usable ? null : (await demo()).baseUrl
    return {
      kind: usable ? active.kind : 'demo',
      host: demoUrl === null ? active.host : new URL(demoUrl).host,
      baseUrl: place === null ? (demoUrl ?? active.baseUrl) : active.baseUrl,
      baseUrlFrom: active.baseUrlFrom,
      key: active.key,
      otherKeyHost: active.otherKeyHost,
      keyring: vault.keyring(),
      active: active.id,
      profiles: list,
    }
  }

  /** One connection whose base URL is damaged must not hide the others, nor itself: it has to be mended. */
  function shownOf(row: ConnectionRow): Profile {
    try {
      return profileOf(row)
    } catch (error) {
      if (!(error instanceof ServiceFailure) || error.failure.code !== 'invalid-base-url') throw error
      const text = row.baseUrl ?? ''
      const kind = row.service === 'segmind' ? 'segmind' : 'custom'
      return { ...DEMO, id: row.id, name: row.name, kind, host: text, baseUrl: text, baseUrlFrom: 'settings' }
    }
  }

  async function changing(profile: string, renewed: boolean, work: () => void): Promise<Connection> {
    work()
    changed({ profile, renewed })
    return status()
  }

  return {
    target,
    status,
    inUse() {
      const place = placeInUse()
      return place !== null && vault.key(place.slot) !== null ? place.row.id : DEMO_PROFILE
    },
    async add(given) {
      const id = profiles.add(given)
      return { id, connection: await status() }
    },
    rename: (profile, name) => changing(profile, false, () => profiles.rename(profile, name)),
    remove: (profile) =>
      changing(profile, true, () => {
        profiles.find(profile)
        vault.forgetAll(profile)
        profiles.remove(profile)
      }),
    use: (profile) => changing(profile, false, () => profiles.use(profile)),
    async setBaseUrl(baseUrl, profile) {
      const { id } = profile === undefined ? rowMeant() : profiles.find(profile)
      return changing(id, true, () => profiles.setBaseUrl(id, baseUrl))
    },
    async saveKey(key, keep, profile) {
      const { row, slot, address } = placeMeant(profile)
      const clean = cleanKey(key, address.kind)
      return changing(row.id, true, () => {
        vault.save(slot, clean, keep)
        if (profile === undefined && profiles.active() === DEMO_PROFILE) profiles.use(row.id)
      })
    },
    async forgetKey(profile) {
      const { row, slot } = placeMeant(profile)
      return changing(row.id, true, () => vault.forget(slot))
    },
    async moveKey(to, profile) {
      const { row, slot } = placeMeant(profile)
      return changing(row.id, false, () => vault.move(slot, to))
    },
  }

  /** Without its address, so that one that cannot be read can be replaced. */
  function rowMeant(): ConnectionRow {
    const active = profiles.active()
    const [first] = profiles.list()
    return profiles.find(active === DEMO_PROFILE ? (first?.id ?? active) : active)
  }
}

const DEMO: Profile = {
  id: DEMO_PROFILE,
  name: 'Demo',
  kind: 'demo',
  host: '127.0.0.1',
  baseUrl: 'http://127.0.0.1',
  baseUrlFrom: 'default',
  key: { kind: 'absent' },
  keyId: null,
  otherKeyHost: null,
  moves: [],
  hiddenKey: null,
}

function demoTarget({ baseUrl, key }: { baseUrl: string; key: string }): Target {
  const connection = { id: DEMO.id, name: DEMO.name }
  return { baseUrl, key, demo: true, kind: 'demo', connection, keyId: DEMO.id }
}

/** Shares one start among all who ask; a start that failed is tried again by the next. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | null = null
  return () => {
    started ??= start().catch((cause: unknown) => {
      started = null
      throw cause
    })
    return started
  }
}
