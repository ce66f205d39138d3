import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { KeyRow, KeySlot, KeyStore } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

type Surroundings = {
  /** `false` for a database in memory, which stands in for a disk that cannot be written. */
  durable: boolean
  /** Removes the row from wherever else it was copied to. */
  eraseCopies: (slot: KeySlot) => void
  onUnreadableRow: (row: { table: 'connection_key'; id: string }) => void
}

const Row = z
  .object({
    connection_id: z.string(),
    origin: z.string(),
    ciphertext: z.instanceof(Uint8Array),
    backend: z.string(),
    last_four: z.string().max(4),
    created_at: Whole,
  })
  .transform(({ connection_id, last_four, created_at, ...row }) => ({
    ...row,
    connection: connection_id,
    lastFour: last_four,
    createdAt: created_at,
  }))

const ONE = 'FROM connection_key WHERE connection_id = ? AND origin = ?'
const SAVE = `
  INSERT OR REPLACE INTO connection_key (connection_id, origin, ciphertext, backend, last_four, created_at)
  VALUES (?, ?, ?, ?, ?, ?)
`

/**
 * Encrypted keys, one for each connection and origin. One that is removed or replaced leaves nothing of its ciphertext
 * behind: not in the database file, not in its log, not in the backups.
 */
export function createKeyStore(database: DatabaseSync, guard: Guard, around: Surroundings): KeyStore {
  const sql = createStatements(database)

  function read(row: unknown): KeyRow[] {
    const parsed = Row.safeParse(row)
    if (parsed.success) return [parsed.data]
    around.onUnreadableRow({ table: 'connection_key', id: originOf(row) })
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
    durable: around.durable,
    load: ({ connection, origin }) =>
      guard(() => {
        const row = sql(`SELECT * ${ONE}`).get(connection, origin)
        return row ? (read(row)[0] ?? null) : null
      }),
    list: () =>
      guard(() => sql('SELECT * FROM connection_key ORDER BY connection_id, origin').all().flatMap(read)),
    save: (row) =>
      guard(() => {
        const { connection, origin, ciphertext, backend, lastFour, createdAt } = row
        const write = () =>
          sql(SAVE).run(connection, origin, ciphertext, backend, lastFour, Math.round(createdAt))
        if (!sql(`SELECT 1 ${ONE}`).get(connection, origin)) return void write()
        // First, so that a backup which cannot be changed stops the saving and not what comes after it.
        around.eraseCopies(row)
        erasing(write)
      }),
    remove: (slot) =>
      guard(() => {
        erasing(() => sql(`DELETE ${ONE}`).run(slot.connection, slot.origin))
        around.eraseCopies(slot)
      }),
  }
}

function originOf(row: unknown): string {
  return z.object({ origin: z.string() }).safeParse(row).data?.origin ?? ''
}
