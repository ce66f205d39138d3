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

/**
 * Encrypted keys, one for each origin. One that is removed or replaced leaves nothing of its ciphertext behind: not in
 * the database file, not in its log, not in the backups.
 */
export function createKeyStore(database: DatabaseSync, guard: Guard, around: Surroundings): KeyStore {
  const sql = createStatements(database)

  function read(row: unknown): KeyRow[] {
    const parsed = Row.safeParse(row)
    if (parsed.success) return [parsed.data]
    around.onUnreadableRow({ table: 'key_ciphertext', id: originOf(row) })
    return []
  }

  function erasing(work: () => void): void {
    // Otherwise the bytes would stay in the freed space of the file, and in the log until it is reused.
    database.exec('PRAGMA secure_delete = ON')
    try {
      work()
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      database.exec('PRAGMA secure_delete = OFF')
    }
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
        const write = () =>
          sql(SAVE).run(row.origin, row.ciphertext, row.backend, row.lastFour, Math.round(row.createdAt))
        if (!sql('SELECT 1 FROM key_ciphertext WHERE origin = ?').get(row.origin)) return void write()
        // First, so that a backup which cannot be changed stops the saving and not what comes after it.
        around.eraseCopies(row.origin)
        erasing(write)
      }),
    remove: (origin) =>
      guard(() => {
        erasing(() => sql('DELETE FROM key_ciphertext WHERE origin = ?').run(origin))
        around.eraseCopies(origin)
      }),
  }
}

function originOf(row: unknown): string {
  return z.object({ origin: z.string() }).safeParse(row).data?.origin ?? ''
}
