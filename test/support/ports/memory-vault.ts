import type { KeySlot, Vault } from '../../../electron/services/ports.ts'
import { createVault } from '../../../electron/services/vault.ts'
import { memoryKeyStore } from './memory-key-store.ts'

export type MemoryVault = Vault & {
  /** From now on the keyring cannot open what it sealed for this place. */
  lock(slot: KeySlot): void
  /** The keyring goes away, or another comes. */
  setKeyring(name: string | null): void
}

/** The real vault over a keyring and a store in memory. */
export function memoryVault(): MemoryVault {
  const store = memoryKeyStore()
  let keyring: string | null = 'kwallet6'
  const box = {
    backend: () => keyring,
    encrypt: (secret: string) => Buffer.from(secret).map((byte) => byte ^ 0x5a),
    decrypt: (sealed: Uint8Array) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString(),
  }
  const weakBox = { ...box, backend: () => 'weak', destroy() {} }
  const vault = createVault({ store, box, weakBox, now: () => 1_790_000_000_000, environmentKey: null })
  return {
    ...vault,
    lock(slot) {
      const row = store.load(slot)
      if (row !== null) store.save({ ...row, ciphertext: new Uint8Array() })
    },
    setKeyring(name) {
      keyring = name
    },
  }
}
