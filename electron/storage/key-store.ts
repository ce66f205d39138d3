import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { KeyRow, KeyStore } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

type Surroundings = {
  /** Removes the row from wherever else it was copied to. */
  eraseCopies: (origin: string) => void
  onUnreadableRow: (row: { table: 'key_ciphertext'; id: string }) => void
}

const Row = z
  .object({
    origin: z.string(),
    ciphertext: z.instanceof(Uint8Array),
    backend: z.string(),
    last_four: z.string().max(4),
    created_at: Whole,
  })
  .transform(({ last_four, created_at, ...row }) => ({
    ...row,
    lastFour: last_four,
    createdAt: created_at,
  }))

const SAVE = `
  INSERT OR REPLACE INTO key_ciphertext (origin, ciphertext, backend, last_four, created_at)
  VALUES (?, ?, ?, ?, ?)
`

/** Encrypted keys, one for each origin. A removed one leaves neither the database file nor the backups with it. */
export function createKeyStore(database: DatabaseSync, guard: Guard, around: Surroundings): KeyStore {
  const sql = createStatements(database)

  function read(row: unknown): KeyRow[] {
    const parsed = Row.safeParse(row)
    if (parsed.success) return [parsed.data]
    around.onUnreadableRow({ table: 'key_ciphertext', id: originOf(row) })
    return []
  }

  return {
    load: (origin) =>
      guard(() => {
        const row = sql('SELECT * FROM key_ciphertext WHERE origin = ?').get(origin)
        return row ? (read(row)[0] ?? null) : null
      }),
    list: () => guard(() => sql('SELECT * FROM key_ciphertext ORDER BY origin').all().flatMap(read)),
    save: (row) =>
      guard(() => {
        sql(SAVE).run(row.origin, row.ciphertext, row.backend, row.lastFour, Math.round(row.createdAt))
      }),
    remove: (origin) =>
      guard(() => {
        // Otherwise the bytes would stay in the freed space of the file, and in the log until it is reused.
        database.exec('PRAGMA secure_delete = ON')
        try {
          sql('DELETE FROM key_ciphertext WHERE origin = ?').run(origin)
          database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        } finally {
          database.exec('PRAGMA secure_delete = OFF')
        }
        around.eraseCopies(origin)
      }),
  }
}

function originOf(row: unknown): string {
  return z.object({ origin: z.string() }).safeParse(row).data?.origin ?? ''
}
