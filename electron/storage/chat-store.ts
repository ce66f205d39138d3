import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Attempt, type Conversation, Message } from '../../shared/contract/chat.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { type ChatStore, ServiceFailure } from '../services/ports.ts'
import { attemptColumns, readAttempt } from './attempt-row.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements, Whole } from './statements.ts'
import { inTransaction } from './transaction.ts'

type OnUnreadableRow = (row: { table: 'attempt' | 'message'; id: string }) => void

const NEWEST = 'SELECT id, model FROM conversation ORDER BY sequence DESC LIMIT 1'
const MESSAGES = `
  SELECT id, role, text, reasoning, created_at FROM message WHERE conversation_id = ? ORDER BY sequence
`
const ATTEMPTS = `
  SELECT attempt.* FROM attempt JOIN message ON message.id = attempt.message_id
  WHERE message.conversation_id = ? ORDER BY attempt.sequence
`
const ADD_MESSAGE = `
  INSERT INTO message (id, conversation_id, role, created_at, text, reasoning) VALUES (?, ?, ?, ?, ?, ?)
`
const SETTLE = `UPDATE attempt SET state = 'unknown' WHERE state IN ('pending', 'streaming')`

const ConversationRow = z.object({ id: z.string(), model: z.string().nullable() })
const RowId = z.object({ id: z.string() })
const MessageId = z.object({ message_id: z.string() })
const MessageRow = z
  .object({ ...Message.shape, created_at: Whole })
  .omit({ createdAt: true, attempt: true })
  .transform(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))

/** Conversations, messages and attempts; see `ChatStore` for what each call promises. */
export function createChatStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: OnUnreadableRow,
): ChatStore {
  const sql = createStatements(database)
  return {
    current: () => guard(() => readNewest(sql, onUnreadableRow)),
    startNew: (id, at) =>
      guard(() => {
        sql('INSERT INTO conversation (id, created_at) VALUES (?, ?)').run(id, Math.round(at))
        return { id, messages: [], model: null }
      }),
    setModel: (conversationId, model) =>
      guard(() => {
        sql('UPDATE conversation SET model = ? WHERE id = ?').run(model, conversationId)
      }),
    addMessages: (conversationId, messages) =>
      guard(() =>
        inTransaction(database, () => {
          for (const message of messages) addMessage(sql, conversationId, message)
        }),
      ),
    saveAnswer: (message) => guard(() => saveAnswer(database, sql, message)),
    settleUnfinished: () => guard(() => Number(sql(SETTLE).run().changes)),
  }
}

function addMessage(sql: Statements, conversationId: string, message: Message): void {
  const { id, role, createdAt, text, reasoning, attempt } = message
  sql(ADD_MESSAGE).run(id, conversationId, role, Math.round(createdAt), text, reasoning)
  if (attempt) saveAttempt(sql, id, attempt)
}

/**
 * Called twice a second while an answer streams. Those saves survive a crash of the app, not a power cut: waiting for
 * the disk each time would hold up the main process. The first and the last save of an answer do wait.
 */
function saveAnswer(database: DatabaseSync, sql: Statements, message: Message): void {
  const isUnderWay = message.attempt?.state.kind === 'streaming'
  if (isUnderWay) database.exec('PRAGMA synchronous = NORMAL')
  try {
    inTransaction(database, () => {
      const { id, text, reasoning, attempt } = message
      const changed = sql('UPDATE message SET text = ?, reasoning = ? WHERE id = ?').run(text, reasoning, id)
      if (Number(changed.changes) === 0) throw new ServiceFailure(failureOf('not-found'))
      if (attempt) saveAttempt(sql, id, attempt)
    })
  } finally {
    if (isUnderWay) database.exec('PRAGMA synchronous = FULL')
  }
}

function saveAttempt(sql: Statements, messageId: string, attempt: Attempt): void {
  const values = { ...attemptColumns(attempt), message_id: messageId }
  const names = Object.keys(values)
  const assignments = names.map((name) => `${name} = $${name}`).join(', ')
  const updated = sql(`UPDATE attempt SET ${assignments} WHERE id = $id`).run(values)
  if (Number(updated.changes) > 0) return
  const places = names.map((name) => `$${name}`).join(', ')
  sql(`INSERT INTO attempt (${names.join(', ')}) VALUES (${places})`).run(values)
}

function readNewest(sql: Statements, onUnreadableRow: OnUnreadableRow): Conversation | null {
  const conversation = ConversationRow.safeParse(sql(NEWEST).get()).data
  if (!conversation) return null
  const attempts = readAttempts(sql, conversation.id, onUnreadableRow)
  const messages = sql(MESSAGES)
    .all(conversation.id)
    .flatMap((row): Message[] => {
      const parsed = MessageRow.safeParse(row)
      if (parsed.success) return [{ ...parsed.data, attempt: attempts.get(parsed.data.id) ?? null }]
      onUnreadableRow({ table: 'message', id: idOf(row) })
      return []
    })
  return { id: conversation.id, messages, model: conversation.model }
}

/** The latest attempt of each message. An unreadable one is left out, and the text it made stays. */
function readAttempts(
  sql: Statements,
  conversationId: string,
  onUnreadableRow: OnUnreadableRow,
): Map<string, Attempt | null> {
  const latest = new Map<string, Attempt | null>()
  for (const row of sql(ATTEMPTS).all(conversationId)) {
    const messageId = MessageId.safeParse(row).data?.message_id
    const attempt = readAttempt(row)
    if (attempt === null) onUnreadableRow({ table: 'attempt', id: idOf(row) })
    if (messageId !== undefined) latest.set(messageId, attempt)
  }
  return latest
}

function idOf(row: unknown): string {
  return RowId.safeParse(row).data?.id ?? ''
}
