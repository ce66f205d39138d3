import type { KeyStatus } from '../../shared/contract/connection.ts'
import { cleanKey, lastFourOf } from './clean-key.ts'
import { type KeyRow, type KeyStore, type SecretBox, ServiceFailure, type Vault } from './ports.ts'
import { openSealedKey, sealKey } from './sealed-key.ts'

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
 * memory, then the one on disk. Nothing on disk is ever deleted but by `forget`. The keyring is asked each time, so one
 * that appears later works without a restart.
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
      else session.set(origin, key)
      stepBack(origin)
    },

    forget(origin) {
      session.delete(origin)
      stepBack(origin)
      store.remove(origin)
      if (!store.list().some((row) => row.backend === WEAK)) weakBox.destroy()
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

type OpenedRow =
  | { kind: 'open'; key: string; storage: 'keyring' | 'weak' }
  | {
      kind: 'unusable'
      why: 'no-keyring' | 'backend-changed' | 'decrypt-failed'
      backendNow: string | null
    }

function openWith(
  box: SecretBox,
  row: KeyRow,
  storage: 'keyring' | 'weak',
  backendNow: string | null,
): OpenedRow {
  const key = openSealedKey(box, row.origin, row.ciphertext)
  return key === null
    ? { kind: 'unusable', why: 'decrypt-failed', backendNow }
    : { kind: 'open', key, storage }
}

function statusOf(row: KeyRow, opened: OpenedRow, host: string): KeyStatus {
  const { lastFour, backend } = row
  if (opened.kind === 'open') return { kind: 'present', lastFour, storage: opened.storage, backend, host }
  const { why, backendNow } = opened
  return { kind: 'unusable', why, backendThen: backend, backendNow, lastFour, host }
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

/** Origins come from a checked base URL; anything else, such as a row edited by hand, is shown as it is. */
function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return origin
  }
}
