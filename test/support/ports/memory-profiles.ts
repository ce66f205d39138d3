import type { ConnectionRow, ConnectionStore } from '../../../electron/services/ports.ts'
import { createProfiles, type Profiles, type ProfilesPorts } from '../../../electron/services/profiles.ts'
import { parseBaseUrl } from '../../../electron/xai/base-url.ts'
import { memorySettings } from './memory-settings.ts'

export function memoryConnectionStore(): ConnectionStore {
  const rows = new Map<string, ConnectionRow>()
  return {
    list: () => [...rows.values()],
    save: (row) => void rows.set(row.id, row),
    remove: (id) => void rows.delete(id),
  }
}

/** The real connections over in-memory ports. */
export function memoryProfiles(parts: Partial<ProfilesPorts> = {}): Profiles {
  let ids = 0
  return createProfiles({
    store: memoryConnectionStore(),
    settings: memorySettings(),
    environment: { baseUrl: null, key: null },
    parseBaseUrl,
    now: () => 1_790_000_000_000,
    uuid: () => `profile-${++ids}`,
    ...parts,
  })
}
