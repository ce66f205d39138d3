import type { SettingsStore } from '../../../electron/services/ports.ts'

export function memorySettings(): SettingsStore {
  const rows = new Map<string, string>()
  return {
    get: (name) => rows.get(name) ?? null,
    set(name, value) {
      if (value === null) rows.delete(name)
      else rows.set(name, value)
    },
  }
}
