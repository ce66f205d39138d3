import type { KeepKey, KeyPlace } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { cleanKey, lastFourOf } from './clean-key.ts'
import { hostOf, type OpenedRow, openWith, statusOf } from './opened-row.ts'
import {
  type KeyRow,
  type KeySlot,
  type KeyStore,
  type SecretBox,
  ServiceFailure,
  type Vault,
} from './ports.ts'
import { sealKey } from './sealed-key.ts'
import { createSessionKeys, type EnvironmentKey } from './session-keys.ts'

/** A box that needs no keyring and protects by file permissions only. `destroy` makes all it sealed unreadable. */
export type WeakBox = SecretBox & { destroy(): void }

export type VaultParts = {
  store: KeyStore
  box: SecretBox
  weakBox: WeakBox
  /** UTC ms. */
  now: () => number
  /** From `XAI_API_KEY`, for the connection and base URL it belongs to at the start. */
  environmentKey: EnvironmentKey | null
}

/** The name that rows sealed by the weak box carry. */
const WEAK = 'weak'
/** What Electron on Linux calls a password that is the same in every Electron app: no protection. */
const NO_PROTECTION = 'basic_text'

/**
 * Keys by connection and origin (security A5). A key from the environment is used in this session and never written by
 * itself; it steps back when a key for the same place is saved, moved or forgotten, until the next start. Then comes a
 * key kept in memory, then the one on disk. A row that cannot be opened now is never deleted for that; only `forget`
 * deletes, and `save`, because who saves a key replaces the one before it. The keyring is asked each time, so one that
 * appears later works without a restart. With a disk that keeps nothing every key is one of this session, and says so.
 */
export function createVault({ store, box, weakBox, now, environmentKey }: VaultParts): Vault {
  const session = createSessionKeys(environmentKey)

  function keyringName(): string | null {
    const name = box.backend()
    return name === NO_PROTECTION ? null : name
  }

  function keepSealed(slot: KeySlot, key: string, sealer: SecretBox, backend: string): void {
    const ciphertext = sealKey(sealer, slot.origin, key)
    const { connection, origin } = slot
    store.save({ connection, origin, ciphertext, backend, lastFour: lastFourOf(key), createdAt: now() })
    session.drop(slot)
  }

  function keepInMemory(slot: KeySlot, key: string, keep: KeepKey): void {
    const row = store.load(slot)
    // Otherwise the key that was replaced would be back in use after a restart, without a word.
    if (row !== null && !(keep === 'strongest' && isEnteredAgain(row, key))) store.remove(slot)
    session.keep(slot, key)
  }

  /** While its keyring is away the same key is entered for now; its row works again when the keyring is back. */
  function isEnteredAgain(row: KeyRow, key: string): boolean {
    return row.lastFour === lastFourOf(key) && open(row).kind === 'unusable'
  }

  function keep(slot: KeySlot, key: string, how: KeepKey): void {
    const backend = keyringName()
    if (!store.durable) keepInMemory(slot, key, how)
    else if (how === 'weak') keepSealed(slot, key, weakBox, WEAK)
    else if (how === 'strongest' && backend !== null) keepSealed(slot, key, box, backend)
    else keepInMemory(slot, key, how)
    dropUnusedWeakKey()
    session.stepBack(slot)
  }

  function dropUnusedWeakKey(): void {
    if (!store.list().some((row) => row.backend === WEAK)) weakBox.destroy()
  }

  function open(row: KeyRow): OpenedRow {
    if (row.backend === WEAK) return openWith(weakBox, row, 'weak', weakBox.backend())
    const backendNow = keyringName()
    if (backendNow === null) return { kind: 'unusable', why: 'no-keyring', backendNow }
    if (backendNow !== row.backend) return { kind: 'unusable', why: 'backend-changed', backendNow }
    return openWith(box, row, 'keyring', backendNow)
  }

  function keyOf(slot: KeySlot): string | null {
    const held = session.held(slot)
    if (held) return held.key
    const row = store.load(slot)
    const opened = row && open(row)
    return opened?.kind === 'open' ? opened.key : null
  }

  function weakPossible(): boolean {
    return store.durable && keyringName() === null && weakBox.backend() !== null
  }

  /** Strongest first. In memory is no step up for a key that is there already. */
  function moves(slot: KeySlot): KeyPlace[] {
    const held = session.held(slot)
    const row = store.load(slot)
    const opened = held === null && row !== null ? open(row) : null
    if (held === null && opened?.kind !== 'open') return []
    const inKeyring = opened?.kind === 'open' && opened.storage === 'keyring'
    const keyring: KeyPlace[] = !inKeyring && store.durable && keyringName() !== null ? ['keyring'] : []
    const weak: KeyPlace[] = held !== null && weakPossible() ? ['weak'] : []
    const memory: KeyPlace[] = held === null ? ['session'] : []
    return [...keyring, ...weak, ...memory]
  }

  return {
    status(slot) {
      const host = hostOf(slot.origin)
      const held = session.held(slot)
      if (held) {
        const { key, storage } = held
        return { kind: 'present', lastFour: lastFourOf(key), storage, backend: null, host }
      }
      const row = store.load(slot)
      return row ? statusOf(row, open(row), host) : { kind: 'absent' }
    },
    key: keyOf,
    save: (slot, pasted, how) => keep(slot, cleanKey(pasted), how),
    moves,
    move(slot, to) {
      const key = keyOf(slot)
      if (key === null) throw new ServiceFailure(failureOf('no-key'))
      if (to === 'keyring' && (keyringName() === null || !store.durable)) {
        throw new ServiceFailure(failureOf('no-keyring'))
      }
      keep(slot, key, to === 'keyring' ? 'strongest' : to)
    },
    forget(slot) {
      // It would be back at the next start, from a disk that cannot be written now.
      if (!store.durable && store.load(slot) !== null) {
        throw new ServiceFailure(failureOf('storage-read-only'))
      }
      session.forget(slot)
      store.remove(slot)
      dropUnusedWeakKey()
    },
    forgetAll(connection) {
      session.forgetAll(connection)
      for (const row of store.list()) if (row.connection === connection) store.remove(row)
      dropUnusedWeakKey()
    },
    hidden(slot) {
      return session.held(slot)?.storage === 'environment' ? (store.load(slot)?.lastFour ?? null) : null
    },
    otherHost({ connection, origin }) {
      const kept = store.list().sort((a, b) => b.createdAt - a.createdAt)
      const others = [...session.slots(), ...kept].filter((slot) => slot.connection === connection)
      const other = others.find((slot) => slot.origin !== origin)
      return other === undefined ? null : hostOf(other.origin)
    },
    keyring: () => ({
      available: keyringName() !== null,
      backend: box.backend(),
      weakPossible: weakPossible(),
    }),
  }
}
