import type { KeyRow, KeySlot, KeyStore } from '../../../electron/services/ports.ts'

export function memoryKeyStore(): KeyStore {
  const rows = new Map<string, KeyRow>()
  const nameOf = ({ connection, origin }: KeySlot) => `${connection} ${origin}`
  return {
    durable: true,
    load: (slot) => rows.get(nameOf(slot)) ?? null,
    list: () => [...rows.values()],
    save: (row) => void rows.set(nameOf(row), row),
    remove: (slot) => void rows.delete(nameOf(slot)),
  }
}
