import type { KeepKey } from '../../shared/contract/connection.ts'
import { cleanKey, lastFourOf } from './clean-key.ts'
import { hostOf, type OpenedRow, openWith, statusOf } from './opened-row.ts'
import { type KeyRow, type KeyStore, type SecretBox, ServiceFailure, type Vault } from './ports.ts'
import { sealKey } from './sealed-key.ts'

/** A box that needs no keyring and protects by file permissions only. `destroy` makes all it sealed unreadable. */
export type WeakBox = SecretBox & { destroy(): void }

export type VaultParts = {
  store: KeyStore
  box: SecretBox
  weakBox: WeakBox
  /** UTC ms. */
  now: () => number
  /** From `XAI_API_KEY`, for the base URL in force at the start. */
  environmentKey: { key: string; origin: string } | null
}

/** The name that rows sealed by the weak box carry. */
const WEAK = 'weak'
/** What Electron on Linux calls a password that is the same in every Electron app: no protection. */
const NO_PROTECTION = 'basic_text'

/**
 * Keys by origin (security A5). A key from the environment is used for its origin in this session and never written;
 * it steps back when a key for that origin is saved or forgotten, until the next start. Then comes a key kept in
 * memory, then the one on disk. A row that cannot be opened now is never deleted for that; only `forget` deletes, and
 * `save`, because who saves a key replaces the one before it. The keyring is asked each time, so one that appears later
 * works without a restart.
 */
export function createVault({ store, box, weakBox, now, environmentKey }: VaultParts): Vault {
  const session = new Map<string, string>()
  let environment = usable(environmentKey)

  function keyringName(): string | null {
    const name = box.backend()
    return name === NO_PROTECTION ? null : name
  }

  function stepBack(origin: string): void {
    if (environment?.origin === origin) environment = null
  }

  function keepSealed(origin: string, key: string, sealer: SecretBox, backend: string): void {
    const ciphertext = sealKey(sealer, origin, key)
    store.save({ origin, ciphertext, backend, lastFour: lastFourOf(key), createdAt: now() })
    session.delete(origin)
  }

  function keepInMemory(origin: string, key: string, keep: KeepKey): void {
    const row = store.load(origin)
    // Otherwise the key that was replaced would be back in use after a restart, without a word.
    if (row !== null && !(keep === 'strongest' && isEnteredAgain(row, key))) store.remove(origin)
    session.set(origin, key)
  }

  /** While its keyring is away the same key is entered for now; its row works again when the keyring is back. */
  function isEnteredAgain(row: KeyRow, key: string): boolean {
    return row.lastFour === lastFourOf(key) && open(row).kind === 'unusable'
  }

  function dropUnusedWeakKey(): void {
    if (!store.list().some((row) => row.backend === WEAK)) weakBox.destroy()
  }

  function inMemory(origin: string): { key: string; storage: 'environment' | 'session' } | null {
    if (environment?.origin === origin) return { key: environment.key, storage: 'environment' }
    const key = session.get(origin)
    return key === undefined ? null : { key, storage: 'session' }
  }

  function open(row: KeyRow): OpenedRow {
    if (row.backend === WEAK) return openWith(weakBox, row, 'weak', weakBox.backend())
    const backendNow = keyringName()
    if (backendNow === null) return { kind: 'unusable', why: 'no-keyring', backendNow }
    if (backendNow !== row.backend) return { kind: 'unusable', why: 'backend-changed', backendNow }
    return openWith(box, row, 'keyring', backendNow)
  }

  return {
    status(origin) {
      const host = hostOf(origin)
      const held = inMemory(origin)
      if (held) {
        const { key, storage } = held
        return { kind: 'present', lastFour: lastFourOf(key), storage, backend: null, host }
      }
      const row = store.load(origin)
      return row ? statusOf(row, open(row), host) : { kind: 'absent' }
    },

    key(origin) {
      const held = inMemory(origin)
      if (held) return held.key
      const row = store.load(origin)
      const opened = row && open(row)
      return opened?.kind === 'open' ? opened.key : null
    },

    save(origin, pasted, keep) {
      const key = cleanKey(pasted)
      const backend = keyringName()
      if (keep === 'weak') keepSealed(origin, key, weakBox, WEAK)
      else if (keep === 'strongest' && backend !== null) keepSealed(origin, key, box, backend)
      else keepInMemory(origin, key, keep)
      dropUnusedWeakKey()
      stepBack(origin)
    },

    forget(origin) {
      session.delete(origin)
      stepBack(origin)
      store.remove(origin)
      dropUnusedWeakKey()
    },

    otherHost(origin) {
      const kept = store.list().sort((a, b) => b.createdAt - a.createdAt)
      const origins = [...session.keys(), ...kept.map((row) => row.origin)]
      if (environment) origins.unshift(environment.origin)
      const other = origins.find((candidate) => candidate !== origin)
      return other === undefined ? null : hostOf(other)
    },

    keyring() {
      const backend = keyringName()
      return {
        available: backend !== null,
        backend: box.backend(),
        weakPossible: backend === null && weakBox.backend() !== null,
      }
    },
  }
}

/** A variable that holds no usable key counts as not set: the app must start all the same. */
function usable(found: VaultParts['environmentKey']): VaultParts['environmentKey'] {
  if (found === null) return null
  try {
    return { origin: found.origin, key: cleanKey(found.key) }
  } catch (error) {
    if (error instanceof ServiceFailure) return null
    throw error
  }
}
