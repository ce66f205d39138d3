import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { DraftPlace } from '../../shared/contract/drafts.ts'
import { ImageHash } from '../../shared/contract/message.ts'
import type { DraftStore } from '../services/drafts.ts'
import { Json } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements } from './statements.ts'
import { inTransaction, withoutWaiting } from './transaction.ts'

const MOST_DRAFTS = 300
const SAVE = `
  INSERT OR REPLACE INTO draft (place, conversation_id, content) SELECT $place, $conversation, $content
  WHERE $conversation IS NULL OR EXISTS (SELECT 1 FROM conversation WHERE id = $conversation)
`
const TRIM = 'DELETE FROM draft WHERE rowid NOT IN (SELECT rowid FROM draft ORDER BY rowid DESC LIMIT ?)'

const Row = z.object({ content: Json.pipe(z.object({ text: z.string(), images: z.array(ImageHash) })) })

/** What was typed and not sent, one for each place. */
export function createDraftStore(database: DatabaseSync, guard: Guard): DraftStore {
  const sql = createStatements(database)
  return {
    read: (place) =>
      guard(() => {
        const row = sql('SELECT content FROM draft WHERE place = ?').get(keyOf(place))
        return Row.safeParse(row).data?.content ?? null
      }),
    save: (place, draft) =>
      guard(() => withoutWaiting(database, () => inTransaction(database, () => save(sql, place, draft)))),
  }
}

function save(sql: Statements, place: DraftPlace, draft: Parameters<DraftStore['save']>[1]): void {
  if (draft === null) {
    sql('DELETE FROM draft WHERE place = ?').run(keyOf(place))
    return
  }
  const content = JSON.stringify({ text: draft.text, images: draft.images })
  const conversation = place.kind === 'conversation' ? place.conversationId : null
  sql(SAVE).run({ place: keyOf(place), conversation, content })
  sql(TRIM).run(MOST_DRAFTS)
}

function keyOf(place: DraftPlace): string {
  return place.kind === 'conversation' ? `conversation ${place.conversationId}` : `tokenizer ${place.slot}`
}
