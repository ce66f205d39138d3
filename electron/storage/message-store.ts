import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { TreeNode } from '../../shared/chat/conversation-tree.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { ImageInMessage, ImageToUse } from '../../shared/contract/message.ts'
import type { ChatStore, NewMessage, PromptMessage, StoredMessage } from '../services/chat-store.ts'
import { ServiceFailure } from '../services/ports.ts'
import { readAttempt } from './attempt-row.ts'
import type { Guard } from './guard.ts'
import { createMessageMeasures } from './message-measures.ts'
import { growingColumns, messageColumns, readImage, readMessage, readPrompt } from './message-row.ts'
import type { MessageTrees } from './message-trees.ts'
import { saveAttempt } from './save-attempt.ts'
import { createStatements, type Statements } from './statements.ts'
import { inTransaction, withoutWaiting } from './transaction.ts'

export type OnUnreadableRow = (row: { table: 'attempt' | 'conversation' | 'message'; id: string }) => void

type MessageCalls = Pick<
  ChatStore,
  | 'tree'
  | 'messages'
  | 'choices'
  | 'prompts'
  | 'measures'
  | 'addMessages'
  | 'place'
  | 'edit'
  | 'saveAnswer'
  | 'answerOf'
  | 'settleUnfinished'
  | 'answers'
>

const THESE = 'IN (SELECT value FROM json_each(?))'
const MESSAGES = `SELECT * FROM message WHERE id ${THESE}`
const PROMPTS = `SELECT id, role, text, tool_calls, tool_call_id FROM message WHERE id ${THESE}`
const CHOICES = `SELECT id, choice_of AS made FROM message WHERE choice_of IS NOT NULL AND id ${THESE}`
const ATTEMPTS = `
  SELECT message.id AS made, attempt.* FROM message
  JOIN attempt ON attempt.message_id = coalesce(message.choice_of, message.id)
  WHERE message.id ${THESE} ORDER BY attempt.sequence
`
const IMAGES = `
  SELECT message_id, image.hash, type, width, height, bytes, offset_in_text, detail
  FROM message_image JOIN image ON image.hash = message_image.hash
  WHERE message_id ${THESE} ORDER BY message_id, position
`
const ANSWERS = `
  SELECT message.id FROM message JOIN attempt ON attempt.message_id = message.id
  WHERE conversation_id = ? ORDER BY attempt.sequence
`
const EDIT = `
  UPDATE message SET role = ?, text = ?, tool_call_id = ?, edited_at = ?, indexed = 0 WHERE id = ?
`
const ADD_IMAGE = `
  INSERT INTO message_image (message_id, position, hash, offset_in_text, detail) VALUES (?, ?, ?, ?, ?)
`
const SETTLE = `UPDATE attempt SET state = 'unknown' WHERE state IN ('pending', 'streaming')`

const RowId = z.object({ id: z.string() })
const Made = z.object({ id: z.string(), made: z.string() })

/** Messages, their tree and the attempts that made them; see `ChatStore` for what each call promises. */
export function createMessageStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: OnUnreadableRow,
  trees: MessageTrees,
): MessageCalls {
  const sql = createStatements(database)
  /** What is remembered of the tree is true again only when all of it is written. */
  function changeTree(conversationId: string, change: () => void): void {
    guard(() => {
      try {
        inTransaction(database, change)
      } catch (error) {
        trees.forget(conversationId)
        throw error
      }
    })
  }
  function changeText(messageId: string, change: () => void): void {
    guard(() => {
      try {
        change()
      } finally {
        measures.forget(messageId)
      }
    })
  }
  const measures = createMessageMeasures((ids) => readPrompts(sql, ids))
  const read = (ids: readonly string[]) => readMessages(sql, ids, onUnreadableRow)
  return {
    tree: (conversationId) => guard(() => trees.read(conversationId)),
    messages: (ids) => guard(() => read(ids)),
    prompts: (ids) => guard(() => readPrompts(sql, ids)),
    measures: (ids) => guard(() => measures.read(ids)),
    choices: (ids) =>
      guard(() => {
        const rows = ids.length === 0 ? [] : sql(CHOICES).all(JSON.stringify(ids))
        return new Map(rows.flatMap((row) => pairOf(row)))
      }),
    addMessages: (conversationId, messages, nodes) =>
      changeTree(conversationId, () => {
        const ids = new Set(messages.map(({ id }) => id))
        const added = nodes.filter(({ id }) => ids.has(id))
        const places = new Map(added.map((node) => [node.id, node]))
        trees.read(conversationId)
        for (const message of messages) addMessage(sql, conversationId, message, places.get(message.id))
        trees.added(conversationId, added)
        trees.place(conversationId, nodes, 0)
      }),
    place: (conversationId, nodes, at) =>
      changeTree(conversationId, () => trees.place(conversationId, nodes, at)),
    edit: (messageId, { role, text, images, toolCallId }, at) =>
      changeText(messageId, () =>
        inTransaction(database, () => {
          mustChange(sql(EDIT).run(role, text, toolCallId, Math.round(at), messageId))
          sql('DELETE FROM message_image WHERE message_id = ?').run(messageId)
          addImages(sql, messageId, images)
        }),
      ),
    saveAnswer: (message) => changeText(message.id, () => saveAnswer(database, sql, message)),
    answerOf: (attemptId) =>
      guard(() => {
        const id = sql('SELECT message_id FROM attempt WHERE id = ?').get(attemptId)?.['message_id']
        return typeof id === 'string' ? id : null
      }),
    settleUnfinished: () =>
      guard(() =>
        inTransaction(database, () => {
          sql('UPDATE message SET growing = 0 WHERE growing = 1').run()
          return Number(sql(SETTLE).run().changes)
        }),
      ),
    answers: (conversationId) => guard(() => read(sql(ANSWERS).all(conversationId).map(idOf))),
  }
}

/** At its place from the first: a change of it later would write its text again. */
function addMessage(
  sql: Statements,
  conversationId: string,
  message: NewMessage,
  node: TreeNode | undefined,
): void {
  if (!node) throw new ServiceFailure(failureOf('not-found'))
  const values = messageColumns(conversationId, message, node)
  const names = Object.keys(values)
  const places = names.map((name) => `$${name}`).join(', ')
  sql(`INSERT INTO message (${names.join(', ')}) VALUES (${places})`).run(values)
  addImages(sql, message.id, message.images)
  if (message.attempt && !message.copied && message.choiceOf === undefined) {
    saveAttempt(sql, message.id, message.attempt)
  }
}

function addImages(sql: Statements, messageId: string, images: readonly ImageToUse[]): void {
  for (const [position, { hash, at, detail }] of images.entries()) {
    sql(ADD_IMAGE).run(messageId, position, hash, at, detail)
  }
}

/**
 * Called twice a second while an answer streams. Those saves survive a crash of the app, not a power cut: waiting for
 * the disk each time would hold up the main process. The first and the last save of an answer do wait.
 */
function saveAnswer(database: DatabaseSync, sql: Statements, message: StoredMessage): void {
  const save = (): void =>
    inTransaction(database, () => {
      const values = growingColumns(message)
      const names = Object.keys(values).filter((name) => name !== 'id')
      const assignments = names.map((name) => `${name} = $${name}`).join(', ')
      mustChange(sql(`UPDATE message SET ${assignments}, indexed = 0 WHERE id = $id`).run(values))
      if (message.attempt) saveAttempt(sql, message.id, message.attempt)
    })
  if (message.attempt?.state.kind === 'streaming') withoutWaiting(database, save)
  else save()
}

function mustChange({ changes }: { changes: number | bigint }): void {
  if (Number(changes) === 0) throw new ServiceFailure(failureOf('not-found'))
}

function readMessages(
  sql: Statements,
  ids: readonly string[],
  onUnreadableRow: OnUnreadableRow,
): StoredMessage[] {
  const asked = JSON.stringify(ids)
  const attempts = readAttempts(sql, asked, onUnreadableRow)
  const images = readImages(sql, asked)
  const found = new Map<string, StoredMessage>()
  for (const row of sql(MESSAGES).all(asked)) {
    const id = idOf(row)
    const message = readMessage(row, { attempt: attempts.get(id) ?? null, images: images.get(id) ?? [] })
    if (message === null) onUnreadableRow({ table: 'message', id })
    else found.set(id, message)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

function readPrompts(sql: Statements, ids: readonly string[]): PromptMessage[] {
  const asked = JSON.stringify(ids)
  const images = readImages(sql, asked)
  const found = new Map<string, PromptMessage>()
  for (const row of sql(PROMPTS).all(asked)) {
    const message = readPrompt(row)
    if (message) found.set(message.id, { ...message, images: images.get(message.id) ?? [] })
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The latest attempt of each message. An unreadable one is left out, and the text it made stays. */
function readAttempts(
  sql: Statements,
  asked: string,
  onUnreadableRow: OnUnreadableRow,
): Map<string, Attempt | null> {
  const latest = new Map<string, Attempt | null>()
  for (const row of sql(ATTEMPTS).all(asked)) {
    const attempt = readAttempt(row)
    const { data } = Made.safeParse(row)
    if (attempt === null) onUnreadableRow({ table: 'attempt', id: data?.id ?? '' })
    if (data) latest.set(data.made, attempt)
  }
  return latest
}

function readImages(sql: Statements, asked: string): Map<string, ImageInMessage[]> {
  const images = new Map<string, ImageInMessage[]>()
  for (const row of sql(IMAGES).all(asked)) {
    const found = readImage(row)
    if (!found) continue
    images.set(found.messageId, [...(images.get(found.messageId) ?? []), found.image])
  }
  return images
}

function pairOf(row: unknown): [string, string][] {
  const { data } = Made.safeParse(row)
  return data ? [[data.id, data.made]] : []
}

function idOf(row: unknown): string {
  return RowId.safeParse(row).data?.id ?? ''
}
