import { z } from 'zod'
import type { Statements } from './statements.ts'

const Removed = z.object({ id: z.string(), parent_id: z.string().nullable(), sequence: z.bigint() })

const REMOVED = 'SELECT id, parent_id, sequence FROM message WHERE removed_at < ?'
const OF_CONVERSATIONS = `
  SELECT message.sequence FROM message JOIN conversation ON conversation.id = conversation_id
  WHERE conversation.removed_at < ?
`
const OF_COMPARISONS = `
  DELETE FROM conversation WHERE id IN (
    SELECT conversation_id FROM comparison_column JOIN comparison ON comparison.id = comparison_id
    WHERE comparison.removed_at < ?
  )
`
const UNUSED_IMAGES = `
  DELETE FROM image WHERE stored_at < ? AND hash NOT IN (SELECT hash FROM message_image)
`

/**
 * Deletes for good what was removed before `at` (UTC ms), and its words from the search index. What stood below a
 * message goes to the one above it. Attempts stay: what was spent is on record.
 */
export function purgeRemoved(sql: Statements, at: number): void {
  for (const raw of sql(REMOVED).all(at)) {
    const { data } = Removed.safeParse(raw)
    if (!data) continue
    // Asked anew: the message above may have been one of those deleted just now.
    const parent =
      Removed.safeParse(sql('SELECT * FROM message WHERE id = ?').get(data.id)).data?.parent_id ?? null
    sql('UPDATE message SET parent_id = ? WHERE parent_id = ?').run(parent, data.id)
    sql('DELETE FROM message_words WHERE rowid = ?').run(data.sequence)
    sql('DELETE FROM message WHERE id = ?').run(data.id)
  }
  sql(`DELETE FROM message_words WHERE rowid IN (${OF_CONVERSATIONS})`).run(at)
  sql('DELETE FROM title_words WHERE rowid IN (SELECT sequence FROM conversation WHERE removed_at < ?)').run(
    at,
  )
  sql('DELETE FROM conversation WHERE removed_at < ?').run(at)
  sql(OF_COMPARISONS).run(at)
  sql('DELETE FROM comparison WHERE removed_at < ?').run(at)
  sql(UNUSED_IMAGES).run(at)
}
