import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { CatalogStore, StoredCatalog } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'
import { listsText, readListsText } from './stored-lists.ts'

const Row = z.object({ read_at: Whole, lists: z.string() })
const SAVE = 'INSERT OR REPLACE INTO catalog (origin, read_at, lists) VALUES (?, ?, ?)'

/** The last good list of each origin. An entry that today's schema refuses becomes a problem; the rest is kept. */
export function createCatalogStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'catalog'; id: string }) => void,
): CatalogStore {
  const sql = createStatements(database)
  return {
    load: (origin) =>
      guard(() => {
        const row = sql('SELECT read_at, lists FROM catalog WHERE origin = ?').get(origin)
        if (!row) return null
        const stored = readCatalog(row)
        if (stored === null) onUnreadableRow({ table: 'catalog', id: origin })
        return stored
      }),
    save: (origin, catalog) =>
      guard(() => {
        sql(SAVE).run(origin, Math.round(catalog.readAt), listsText(catalog))
      }),
  }
}

function readCatalog(raw: unknown): StoredCatalog | null {
  const row = Row.safeParse(raw)
  return row.success ? readListsText(row.data.read_at, row.data.lists) : null
}
