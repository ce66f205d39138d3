import { z } from 'zod'
import { ChatParameters } from '../../shared/chat/parameters.ts'
import { Protocol } from '../../shared/chat/protocol.ts'
import type { Spent } from '../../shared/contract/conversation.ts'
import type { StoredRow } from '../services/chat-store.ts'
import { Json } from './exact-json.ts'
import { Flag, Whole } from './statements.ts'

/**
 * The columns of one conversation with what is counted from its messages. Ticks are added up in two parts, because
 * SQLite refuses a sum beyond 64 bits, and servers are not to be trusted with their bills.
 */
export const CONVERSATION_COLUMNS = `
  conversation.*,
  (SELECT COUNT(*) FROM message WHERE conversation_id = conversation.id AND removed_at IS NULL) AS message_count,
  (SELECT substr(text, 1, 300) FROM message
   WHERE conversation_id = conversation.id AND removed_at IS NULL AND role = 'user' ORDER BY sequence LIMIT 1) AS opening
`
export const SPENT = `
  SELECT coalesce(SUM(coalesce(billed_ticks, computed_ticks, 0) / 1000000000), 0) AS billions,
    coalesce(SUM(coalesce(billed_ticks, computed_ticks, 0) % 1000000000), 0) AS rest,
    coalesce(SUM(state <> 'failed' AND billed_ticks IS NULL AND coalesce(computed_complete, 0) = 0), 0) AS unknown
  FROM attempt WHERE message_id IN (SELECT id FROM message WHERE conversation_id = ?)
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
})
const SpentRow = z.object({ billions: z.bigint(), rest: z.bigint(), unknown: z.bigint() })

export type ReadRow = { row: Omit<StoredRow, 'spent'>; hidden: boolean; touched: bigint }

/** `null` when the row cannot be read. */
export function readConversationRow(raw: unknown): ReadRow | null {
  const { data } = Row.safeParse(raw)
  if (!data) return null
  const { id, title, opening, pinned, model, protocol, parameters, created_at, updated_at, message_count } =
    data
  const setup = { model, protocol, parameters }
  const times = { createdAt: created_at, updatedAt: updated_at }
  return {
    row: { id, title, opening, pinned, setup, ...times, messageCount: message_count },
    hidden: data.hidden,
    touched: data.touched,
  }
}

export function readSpent(raw: unknown): Spent {
  const { billions, rest, unknown } = SpentRow.parse(raw)
  return { ticks: billions * 1_000_000_000n + rest, complete: unknown === 0n }
}
