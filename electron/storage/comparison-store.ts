import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ColumnState } from '../../shared/contract/comparisons.ts'
import { ImageToUse } from '../../shared/contract/message.ts'
import type { ComparisonStore, StoredComparison } from '../services/comparison-store.ts'
import { Json, toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements, Whole } from './statements.ts'
import { inTransaction } from './transaction.ts'

const Row = z.object({
  sequence: z.bigint(),
  id: z.string(),
  created_at: Whole,
  system: z.string(),
  text: z.string(),
  images: Json.pipe(z.array(ImageToUse)),
  cap_ticks: z.bigint().nullable(),
  vote: Whole.nullable(),
  note: z.string(),
})
const ColumnRow = z
  .object({ position: Whole, conversation_id: z.string(), state: ColumnState, note: z.string() })
  .transform(({ conversation_id: conversationId, ...row }) => ({ ...row, conversationId }))

const ADD = `
  INSERT INTO comparison (id, created_at, system, text, images, cap_ticks, vote, note)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
`
const ADD_COLUMN = `
  INSERT INTO comparison_column (comparison_id, position, conversation_id, state, note) VALUES (?, ?, ?, ?, ?)
`
const COLUMNS = 'SELECT * FROM comparison_column WHERE comparison_id = ? ORDER BY position'
const LIST =
  'SELECT * FROM comparison WHERE removed_at IS NULL AND sequence < ? ORDER BY sequence DESC LIMIT ?'
const CHANGE_COLUMN = `
  UPDATE comparison_column SET state = coalesce(?, state), note = coalesce(?, note)
  WHERE comparison_id = ? AND position = ?
`
const LAST = 9_007_199_254_740_991n

/** Prompts that were sent to several models at once. */
export function createComparisonStore(database: DatabaseSync, guard: Guard): ComparisonStore {
  const sql = createStatements(database)
  return {
    add: (comparison) => guard(() => inTransaction(database, () => add(sql, comparison))),
    read: (id) =>
      guard(() => readRow(sql, sql('SELECT * FROM comparison WHERE id = ? AND removed_at IS NULL').get(id))),
    list: ({ cursor, limit }) =>
      guard(() => {
        const before = cursor !== null && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : LAST
        const raws = sql(LIST).all(before, limit + 1)
        const shown = raws.slice(0, limit)
        const last = Row.safeParse(shown.at(-1)).data?.sequence
        const next = raws.length > limit && last !== undefined ? String(last) : null
        return { rows: shown.flatMap((raw) => readRow(sql, raw) ?? []), next }
      }),
    change: (id, { vote, note }) =>
      guard(() => {
        if (vote !== undefined) sql('UPDATE comparison SET vote = ? WHERE id = ?').run(vote, id)
        if (note !== undefined) sql('UPDATE comparison SET note = ? WHERE id = ?').run(note, id)
      }),
    changeColumn: (id, position, { state, note }) =>
      guard(() => {
        sql(CHANGE_COLUMN).run(state ?? null, note ?? null, id, position)
      }),
    setRemoved: (id, at) =>
      guard(() => {
        sql('UPDATE comparison SET removed_at = ? WHERE id = ?').run(at === null ? null : Math.round(at), id)
      }),
  }
}

function add(sql: Statements, comparison: StoredComparison): void {
  const { id, createdAt, system, text, images, cap, vote, note, columns } = comparison
  sql(ADD).run(id, Math.round(createdAt), system, text, toExactJson(images), cap, vote, note)
  for (const { position, conversationId, state, note: said } of columns) {
    sql(ADD_COLUMN).run(id, position, conversationId, state, said)
  }
}

function readRow(sql: Statements, raw: unknown): StoredComparison | null {
  const { data } = Row.safeParse(raw)
  if (!data) return null
  const { sequence: _, created_at: createdAt, cap_ticks: cap, ...row } = data
  const columns = sql(COLUMNS)
    .all(row.id)
    .flatMap((column) => ColumnRow.safeParse(column).data ?? [])
  return { ...row, createdAt, cap, columns }
}
