import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ConversationSetup } from '../../shared/contract/conversation.ts'
import type { ChatStore, Paged, StoredRow } from '../services/chat-store.ts'
import { CONVERSATION_COLUMNS, readConversationRow } from './conversation-row.ts'
import { toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createMessageStore, type OnUnreadableRow } from './message-store.ts'
import { createMessageTrees } from './message-trees.ts'
import { purgeRemoved } from './purge-removed.ts'
import { createStatements, type Statements } from './statements.ts'
import { inTransaction } from './transaction.ts'

const LISTED = 'removed_at IS NULL AND hidden = 0'
const NEXT_TOUCH = '(SELECT coalesce(MAX(touched), 0) + 1 FROM conversation)'
const CREATE = `
  INSERT INTO conversation (id, model, protocol, parameters, created_at, updated_at, hidden, touched)
  VALUES (?, ?, ?, ?, ?, ?, ?, ${NEXT_TOUCH})
`
const EMPTY = `
  SELECT id FROM conversation WHERE ${LISTED} AND title IS NULL AND message_count = 0 AND NOT EXISTS (
    SELECT 1 FROM message WHERE conversation_id = conversation.id
  ) ORDER BY touched DESC LIMIT 1
`
const LIST = `
  SELECT ${CONVERSATION_COLUMNS} FROM conversation
  WHERE ${LISTED} AND (pinned, touched) < (?, ?) ORDER BY pinned DESC, touched DESC LIMIT ?
`
const CONFIGURE =
  'UPDATE conversation SET model = coalesce(?, model), protocol = ?, parameters = ? WHERE id = ?'

const RowId = z.object({ id: z.string() })
const Cursor = z.tuple([z.literal(['0', '1']), z.string().regex(/^\d{1,18}$/)])

/** Conversations, and with them messages and attempts; see `ChatStore` for what each call promises. */
export function createChatStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: OnUnreadableRow,
): ChatStore {
  const sql = createStatements(database)
  const trees = createMessageTrees(sql)
  const idFrom = (query: string) => guard(() => RowId.safeParse(sql(query).get()).data?.id ?? null)
  return {
    ...createMessageStore(database, guard, onUnreadableRow, trees),
    latest: () => idFrom(`SELECT id FROM conversation WHERE ${LISTED} ORDER BY touched DESC LIMIT 1`),
    empty: () => idFrom(EMPTY),
    create: ({ id, at, setup: { model, protocol, parameters }, hidden }) =>
      guard(() => {
        const time = Math.round(at)
        sql(CREATE).run(id, model, protocol, toExactJson(parameters), time, time, hidden ? 1 : 0)
      }),
    row: (id) =>
      guard(() => {
        const raw = sql(
          `SELECT ${CONVERSATION_COLUMNS} FROM conversation WHERE id = ? AND removed_at IS NULL`,
        )
        const read = readConversationRow(raw.get(id))
        return read && { ...read.row, hidden: read.hidden }
      }),
    list: (page) => guard(() => list(sql, page, onUnreadableRow)),
    change: (id, change) => guard(() => inTransaction(database, () => changeRow(sql, id, change))),
    touch: (id, at) =>
      guard(() => {
        sql(`UPDATE conversation SET touched = ${NEXT_TOUCH}, updated_at = ? WHERE id = ?`).run(
          Math.round(at),
          id,
        )
      }),
    setRemoved: (id, at) =>
      guard(() => {
        sql('UPDATE conversation SET removed_at = ? WHERE id = ?').run(
          at === null ? null : Math.round(at),
          id,
        )
      }),
    together: (work) =>
      guard(() => {
        try {
          return inTransaction(database, work)
        } catch (error) {
          trees.forget()
          throw error
        }
      }),
    purge: (at) =>
      guard(() => {
        trees.forget()
        inTransaction(database, () => purgeRemoved(sql, Math.round(at)))
      }),
  }
}

function list(
  sql: Statements,
  { cursor, limit }: { cursor: string | null; limit: number },
  onUnreadableRow: OnUnreadableRow,
): Paged<StoredRow> {
  const from = Cursor.safeParse(cursor?.split('.')).data ?? ['2', '0']
  const raws = sql(LIST).all(BigInt(from[0]), BigInt(from[1]), limit + 1)
  const read = raws.map((raw) => {
    const row = readConversationRow(raw)
    if (row === null) onUnreadableRow({ table: 'conversation', id: RowId.safeParse(raw).data?.id ?? '' })
    return row
  })
  const shown = read.slice(0, limit).flatMap((row) => row ?? [])
  const last = shown.at(-1)
  const next = raws.length > limit && last ? `${last.row.pinned ? 1 : 0}.${last.touched}` : null
  return { rows: shown.map(({ row }) => row), next }
}

type Change = { title?: string; pinned?: boolean; setup?: ConversationSetup }

function changeRow(sql: Statements, id: string, { title, pinned, setup }: Change): void {
  if (title !== undefined) {
    sql('UPDATE conversation SET title = ?, indexed = 0 WHERE id = ?').run(title === '' ? null : title, id)
  }
  if (pinned !== undefined) sql('UPDATE conversation SET pinned = ? WHERE id = ?').run(pinned ? 1 : 0, id)
  if (setup) sql(CONFIGURE).run(setup.model, setup.protocol, toExactJson(setup.parameters), id)
}
