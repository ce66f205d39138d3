import { cleanKey } from './clean-key.ts'
import { type KeySlot, ServiceFailure } from './ports.ts'

export type EnvironmentKey = KeySlot & { key: string }

/** Keys that are in memory only: those of this session, and the one from the environment, which comes first. */
export type SessionKeys = {
  held(slot: KeySlot): { key: string; storage: 'environment' | 'session' } | null
  keep(slot: KeySlot, key: string): void
  drop(slot: KeySlot): void
  /** The environment's key is not used for this place any more, until the next start. */
  stepBack(slot: KeySlot): void
  forget(slot: KeySlot): void
  forgetAll(connection: string): void
  slots(): KeySlot[]
}

/** Keys in memory only: `found` in the environment, and those entered without a keyring. */
export function createSessionKeys(found: EnvironmentKey | null): SessionKeys {
  let kept: EnvironmentKey[] = []
  let environment = usable(found)

  function drop(slot: KeySlot): void {
    kept = kept.filter((one) => !isSame(one, slot))
  }
  function stepBack(slot: KeySlot): void {
    if (environment !== null && isSame(environment, slot)) environment = null
  }

  return {
    held(slot) {
      if (environment !== null && isSame(environment, slot)) {
        return { key: environment.key, storage: 'environment' }
      }
      const one = kept.find((candidate) => isSame(candidate, slot))
      return one === undefined ? null : { key: one.key, storage: 'session' }
    },
    keep({ connection, origin }, key) {
      drop({ connection, origin })
      kept = [...kept, { connection, origin, key }]
    },
    drop,
    stepBack,
    forget(slot) {
      drop(slot)
      stepBack(slot)
    },
    forgetAll(connection) {
      kept = kept.filter((one) => one.connection !== connection)
      if (environment?.connection === connection) environment = null
    },
    slots: () => (environment === null ? kept : [environment, ...kept]),
  }
}

function isSame(one: KeySlot, other: KeySlot): boolean {
  return one.connection === other.connection && one.origin === other.origin
}

/** A variable that holds no usable key counts as not set: the app must start all the same. */
function usable(found: EnvironmentKey | null): EnvironmentKey | null {
  if (found === null) return null
  try {
    return { ...found, key: cleanKey(found.key) }
  } catch (error) {
    if (error instanceof ServiceFailure) return null
    throw error
  }
}
