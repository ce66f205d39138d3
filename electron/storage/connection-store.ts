import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConnectionRow, ConnectionStore } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

type OnUnreadableRow = (row: { table: 'connection'; id: string }) => void

const Row = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    service: z.enum(['xai', 'segmind']),
    base_url: z.string().nullable(),
    created_at: Whole,
  })
  .transform(({ base_url, created_at, ...row }) => ({ ...row, baseUrl: base_url, createdAt: created_at }))

const SAVE = `
  INSERT INTO connection (id, name, service, base_url, created_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, service = excluded.service, base_url = excluded.base_url
`

/** The named connections, without their keys. */
export function createConnectionStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: OnUnreadableRow,
): ConnectionStore {
  const sql = createStatements(database)

  function read(row: Record<string, unknown>): ConnectionRow[] {
    const parsed = Row.safeParse(row)
    if (parsed.success) return [parsed.data]
    onUnreadableRow({ table: 'connection', id: String(row['id']) })
    return []
  }

  return {
    list: () => guard(() => sql('SELECT * FROM connection ORDER BY sequence').all().flatMap(read)),
    save: ({ id, name, service, baseUrl, createdAt }) =>
      guard(() => {
        sql(SAVE).run(id, name, service, baseUrl, Math.round(createdAt))
      }),
    remove: (id) =>
      guard(() => {
        sql('DELETE FROM connection WHERE id = ?').run(id)
      }),
  }
}
