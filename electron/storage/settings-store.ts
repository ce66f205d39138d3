import type { DatabaseSync } from 'node:sqlite'
import type { SettingsStore } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements } from './statements.ts'

/** Named texts; setting `null` removes one. Each change is durable when it returns. */
export function createSettingsStore(database: DatabaseSync, guard: Guard): SettingsStore {
  const sql = createStatements(database)
  return {
    get: (name) =>
      guard(() => {
        const value = sql('SELECT value FROM setting WHERE name = ?').get(name)?.['value']
        return typeof value === 'string' ? value : null
      }),
    set: (name, value) =>
      guard(() => {
        if (value === null) sql('DELETE FROM setting WHERE name = ?').run(name)
        else sql('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value)
      }),
  }
}
