import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { MOST_DROPPED_BYTES } from '../chat/import-limits.ts'
import { Cost } from '../pricing/price-schema.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { Conversation, ConversationRow, ConversationSetup, ModelName } from './conversation.ts'
import { SaveOutcome } from './exports.ts'
import { call } from './failure.ts'
import { MessageRole } from './message.ts'

/** A piece of a text with what was found in it: ranges in UTF-16 units, in order, apart, never inside a character. */
export const Snippet = z.strictObject({
  text: z.string(),
  ranges: z.array(z.strictObject({ start: z.number().int(), end: z.number().int() })),
})
export type Snippet = z.infer<typeof Snippet>

/** `messageId: null` = found in the title. */
export const SearchHit = z.strictObject({
  conversationId: z.string(),
  title: z.string().nullable(),
  opening: z.string().nullable(),
  messageId: z.string().nullable(),
  role: MessageRole.nullable(),
  /** UTC ms. */
  at: z.number(),
  snippet: Snippet,
})
export type SearchHit = z.infer<typeof SearchHit>

/** `why`: not our file; of a version of this app that is newer; beyond what is taken. */
export const ImportOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('imported'), conversationIds: z.array(z.string()) }),
  z.strictObject({ outcome: z.literal('declined') }),
  z.strictObject({
    outcome: z.literal('refused'),
    why: z.enum(['not-a-conversation', 'newer', 'too-large']),
  }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** What one answer cost. `onBranch`: it is on the branch that is shown. Times are UTC ms, money is ticks. */
export const AnswerCost = z.strictObject({
  messageId: z.string(),
  at: z.number(),
  model: z.string(),
  onBranch: z.boolean(),
  usage: TokenUsage.nullable(),
  computed: Cost.nullable(),
})
export type AnswerCost = z.infer<typeof AnswerCost>

/** What happens to the list. `changed` also for one that is new. */
export const ListEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed'), row: ConversationRow }),
  z.strictObject({ kind: z.literal('removed'), conversationId: z.string() }),
])
export type ListEvent = z.infer<typeof ListEvent>

const Id = z.string().min(1).max(100)
const One = z.strictObject({ conversationId: Id })
const Cursor = z.string().max(200).nullable()
const Page = { cursor: Cursor, limit: z.number().int().min(1).max(200) }
const Title = z.string().max(200)
const Opened = z.strictObject({ conversationId: z.string() })

export const conversations = {
  /** Pinned first, then the one used last. `next: null` = that was all. */
  list: call
    .input(z.strictObject(Page))
    .output(z.strictObject({ rows: z.array(ConversationRow), next: Cursor })),
  /** The one used last; the first of all is made. */
  latest: call.output(Opened),
  /** An empty one that is there already is not left for another. */
  create: call.input(z.strictObject({ setup: ConversationSetup.nullable() })).output(Opened),
  /** A window on the branch shown: the messages before `before` (a position from 0; `null` = from the end). */
  read: call
    .input(
      z.strictObject({
        ...One.shape,
        before: z.number().int().nonnegative().nullable(),
        limit: z.number().int().min(1).max(10_000),
      }),
    )
    .output(Conversation),
  /** Where on the branch shown a message stands, from 0; switches to its branch first when it is on another. */
  find: call
    .input(z.strictObject({ ...One.shape, messageId: Id }))
    .output(z.strictObject({ index: z.number().int() })),
  /** `null` or blank goes back to how it opens. */
  rename: call.input(z.strictObject({ ...One.shape, title: Title.nullable() })).output(ConversationRow),
  pin: call.input(z.strictObject({ ...One.shape, pinned: z.boolean() })).output(ConversationRow),
  /** Kept for the next time it is opened. Model `null` leaves the model as it is. */
  configure: call
    .input(
      z.strictObject({
        ...One.shape,
        setup: z.strictObject({ ...ConversationSetup.shape, model: ModelName.nullable() }),
      }),
    )
    .output(ConversationRow),
  /** Stops what is under way. It can be restored for some days, then it is gone; what it cost stays on record. */
  remove: call.input(One).output(z.strictObject({})),
  restore: call.input(One).output(ConversationRow),
  /** Every answer of every branch, in the order asked. */
  costs: call.input(One).output(z.array(AnswerCost)),
  /** Every word must be there, the last may be a beginning, "words in quotes" stand together. Newest first.
   * `pending`: some texts are not in the index yet, and may be found a little later. */
  search: call
    .input(z.strictObject({ query: z.string().max(500), ...Page }))
    .output(z.strictObject({ hits: z.array(SearchHit), next: Cursor, pending: z.boolean() })),

  /** All branches, with what their answers cost marked as copied. */
  duplicate: call.input(One).output(Opened),

  /**
   * Asks where. `json` holds everything: branches, images, costs; importing it gives the same again. `markdown` is the
   * branch shown.
   */
  export: call
    .input(z.strictObject({ ...One.shape, kind: z.enum(['json', 'markdown']) }))
    .output(SaveOutcome),

  /** From a file's text that the page was given, such as one that was dropped. */
  importText: call.input(z.strictObject({ text: z.string().max(MOST_DROPPED_BYTES) })).output(ImportOutcome),

  /** Asks which file. */
  import: call.output(ImportOutcome),
  /** The list's changes, while the page listens. */
  events: call.output(eventIterator(ListEvent)),
}
