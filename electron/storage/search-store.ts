import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { indexedWords } from '../../shared/chat/search-words.ts'
import { MessageRole } from '../../shared/contract/message.ts'
import type { Paged } from '../services/chat-store.ts'
import type { FoundText, SearchStore } from '../services/search-store.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements, Whole } from './statements.ts'
import { inTransaction, withoutWaiting } from './transaction.ts'

const OPENING = `(SELECT substr(text, 1, 300) FROM message AS first
  WHERE first.conversation_id = conversation.id AND first.removed_at IS NULL AND first.role = 'user'
  ORDER BY first.sequence LIMIT 1)`
const IN_TITLES = `
  SELECT sequence, id AS conversation_id, title, ${OPENING} AS opening, NULL AS message_id, NULL AS role,
    updated_at AS at, title AS text
  FROM conversation WHERE sequence IN (SELECT rowid FROM title_words WHERE title_words MATCH $match)
    AND sequence < $before AND removed_at IS NULL AND hidden = 0
  ORDER BY sequence DESC LIMIT $limit
`
/** The index is asked from the newest on, so a common word costs no more than a page of finds. */
const IN_MESSAGES = `
  SELECT message.sequence, conversation_id, title, ${OPENING} AS opening, message.id AS message_id, role,
    message.created_at AS at, text
  FROM message_words CROSS JOIN message ON message.sequence = message_words.rowid
    CROSS JOIN conversation ON conversation.id = conversation_id
  WHERE message_words MATCH $match AND message_words.rowid < $before
    AND message.removed_at IS NULL AND conversation.removed_at IS NULL AND hidden = 0
  ORDER BY message_words.rowid DESC LIMIT $limit
`
const NOT_INDEXED = {
  message: 'SELECT sequence, text FROM message WHERE indexed = 0 AND growing = 0 ORDER BY sequence LIMIT ?',
  title: `SELECT sequence, coalesce(title, '') AS text FROM conversation WHERE indexed = 0 ORDER BY sequence LIMIT ?`,
}
const LAST = 9_007_199_254_740_991n

const ToIndex = z.object({ sequence: z.bigint(), text: z.string() })
const Found = z
  .object({
    sequence: z.bigint(),
    conversation_id: z.string(),
    title: z.string().nullable(),
    opening: z.string().nullable(),
    message_id: z.string().nullable(),
    role: MessageRole.nullable(),
    at: Whole,
    text: z.string(),
  })
  .transform(({ conversation_id: conversationId, message_id: messageId, ...row }) => ({
    ...row,
    ...{ conversationId, messageId },
  }))
const Cursor = z.tuple([z.literal(['title', 'message']), z.string().regex(/^\d{1,18}$/)])

/** Finds words in titles and messages; the index holds no text, only which words are where. */
export function createSearchStore(database: DatabaseSync, guard: Guard): SearchStore {
  const sql = createStatements(database)
  return {
    index: (limit) =>
      // What a power cut takes from the index is not marked as being in it either.
      guard(() => withoutWaiting(database, () => inTransaction(database, () => indexNext(sql, limit)))),
    find: (match, page) => guard(() => find(sql, match, page)),
  }
}

function indexNext(sql: Statements, limit: number): number {
  const titles = indexSome(sql, 'title', limit)
  return titles + indexSome(sql, 'message', limit - titles)
}

function indexSome(sql: Statements, what: 'title' | 'message', limit: number): number {
  const table = what === 'title' ? 'conversation' : 'message'
  const rows = sql(NOT_INDEXED[what])
    .all(limit)
    .flatMap((row) => ToIndex.safeParse(row).data ?? [])
  for (const { sequence, text } of rows) {
    sql(`DELETE FROM ${what}_words WHERE rowid = ?`).run(sequence)
    sql(`INSERT INTO ${what}_words (rowid, words) VALUES (?, ?)`).run(sequence, indexedWords(text))
    sql(`UPDATE ${table} SET indexed = 1 WHERE sequence = ?`).run(sequence)
  }
  return rows.length
}

function find(
  sql: Statements,
  match: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Paged<FoundText> {
  const [part, before] = Cursor.safeParse(cursor?.split('.')).data ?? ['title', String(LAST)]
  const rest = { match, limit: limit + 1 }
  const titles = part === 'title' ? foundBy(sql, IN_TITLES, { ...rest, before: BigInt(before) }) : []
  const after = part === 'message' ? BigInt(before) : LAST
  const messages = titles.length > limit ? [] : foundBy(sql, IN_MESSAGES, { ...rest, before: after })
  const all = [...titles, ...messages]
  const shown = all.slice(0, limit)
  const last = shown.at(-1)
  const next = all.length > limit && last ? `${last.messageId ? 'message' : 'title'}.${last.sequence}` : null
  return { rows: shown.map(({ sequence: _, ...row }) => row), next }
}

function foundBy(sql: Statements, query: string, values: { match: string; before: bigint; limit: number }) {
  return sql(query)
    .all(values)
    .flatMap((row) => Found.safeParse(row).data ?? [])
}
