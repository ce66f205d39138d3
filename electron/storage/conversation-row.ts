import { z } from 'zod'
import { ChatParameters } from '../../shared/chat/parameters.ts'
import { Protocol } from '../../shared/chat/protocol.ts'
import type { StoredRow } from '../services/chat-store.ts'
import { Json } from './exact-json.ts'
import { Flag, Whole } from './statements.ts'

/** The columns of one conversation; what is counted from its messages is kept with it (migration 8). */
export const CONVERSATION_COLUMNS = `
  conversation.*,
  (SELECT substr(text, 1, 300) FROM message
   WHERE conversation_id = conversation.id AND removed_at IS NULL AND role = 'user' ORDER BY sequence LIMIT 1) AS opening
`

const Row = z.object({
  sequence: z.bigint(),
  id: z.string(),
  title: z.string().nullable(),
  opening: z.string().nullable(),
  pinned: Flag,
  hidden: Flag,
  model: z.string().nullable(),
  protocol: Protocol.catch('chat'),
  parameters: Json.pipe(ChatParameters).catch({}),
  created_at: Whole,
  updated_at: Whole,
  touched: z.bigint(),
  message_count: Whole,
  spent_billions: z.bigint(),
  spent_rest: z.bigint(),
  spent_unknown: z.bigint(),
})

export type ReadRow = { row: StoredRow; hidden: boolean; touched: bigint }

/** `null` when the row cannot be read. */
export function readConversationRow(raw: unknown): ReadRow | null {
  const { data } = Row.safeParse(raw)
  if (!data) return null
  const { id, title, opening, pinned, model, protocol, parameters, created_at, updated_at, message_count } =
    data
  const spent = {
    ticks: data.spent_billions * 1_000_000_000n + data.spent_rest,
    complete: data.spent_unknown === 0n,
  }
  const setup = { model, protocol, parameters }
  const times = { createdAt: created_at, updatedAt: updated_at }
  return {
    row: { id, title, opening, pinned, setup, ...times, messageCount: message_count, spent },
    hidden: data.hidden,
    touched: data.touched,
  }
}
