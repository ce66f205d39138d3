import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Cost } from '../pricing/price-schema.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { Conversation, ConversationRow, ConversationSetup, ModelName } from './conversation.ts'
import { call } from './failure.ts'

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
  /** The list's changes, while the page listens. */
  events: call.output(eventIterator(ListEvent)),
}
