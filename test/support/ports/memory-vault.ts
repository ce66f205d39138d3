import type { Vault } from '../../../electron/services/ports.ts'

export type MemoryVault = Vault & {
  /** From now on the keyring cannot open what it sealed for this origin. */
  lock(origin: string): void
}

/** Keys by origin, as a vault with a keyring keeps them. */
export function memoryVault(): MemoryVault {
  const keys = new Map<string, string>()
  const locked = new Set<string>()
  const hostOf = (origin: string) => new URL(origin).host
  return {
    status(origin) {
      const key = keys.get(origin)
      if (key === undefined) return { kind: 'absent' }
      const shown = { lastFour: key.slice(-4), host: hostOf(origin) }
      return locked.has(origin)
        ? {
            kind: 'unusable',
            why: 'decrypt-failed',
            backendThen: 'kwallet6',
            backendNow: 'kwallet6',
            ...shown,
          }
        : { kind: 'present', storage: 'keyring', backend: 'kwallet6', ...shown }
    },
    key: (origin) => (locked.has(origin) ? null : (keys.get(origin) ?? null)),
    save: (origin, key) => {
      keys.set(origin, key)
      locked.delete(origin)
    },
    forget: (origin) => {
      keys.delete(origin)
    },
    otherHost(origin) {
      const other = [...keys.keys()].find((known) => known !== origin)
      return other === undefined ? null : hostOf(other)
    },
    keyring: () => ({ available: true, backend: 'kwallet6', weakPossible: false }),
    lock: (origin) => {
      locked.add(origin)
    },
  }
}
