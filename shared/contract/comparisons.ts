import { z } from 'zod'
import { ChatSetup, Spent } from './conversation.ts'
import { call } from './failure.ts'
import { ImageToUse, Message } from './message.ts'

/**
 * `not-started`: the cap would have been passed, the price is unknown and there is a cap, a budget has no room for it
 * beside the others, or it could not be sent for another reason. `stopped-by-cap`: what all columns cost came to the cap
 * while this one was running.
 */
export const ColumnState = z.enum([
  'started',
  'not-started-cap',
  'not-started-price',
  'not-started-budget',
  'not-started-refused',
  'stopped-by-cap',
])

/** One model with its parameters. It is a conversation of its own: `chat.events` tells how its answer goes. */
export const ComparisonColumn = z.strictObject({
  position: z.number().int().nonnegative(),
  conversationId: z.string(),
  setup: ChatSetup,
  state: ColumnState,
  /** The answer as it stands; `null` when it was not asked for. */
  answer: Message.nullable(),
  note: z.string(),
})
export type ComparisonColumn = z.infer<typeof ComparisonColumn>

export const Comparison = z.strictObject({
  id: z.string(),
  /** UTC ms. */
  createdAt: z.number(),
  system: z.string(),
  text: z.string(),
  images: z.array(z.string()),
  /** Ticks for all columns together; `null` = no cap. */
  cap: z.bigint().nullable(),
  spent: Spent,
  /** Position of the column voted best. */
  vote: z.number().int().nonnegative().nullable(),
  note: z.string(),
  columns: z.array(ComparisonColumn),
})
export type Comparison = z.infer<typeof Comparison>

/** One line of the list; `opening` is how the prompt begins (untrusted). */
export const ComparisonRow = z.strictObject({
  id: z.string(),
  createdAt: z.number(),
  opening: z.string(),
  models: z.array(z.string()),
  spent: Spent,
  vote: z.number().int().nonnegative().nullable(),
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

const Id = z.string().min(1).max(100)
const One = z.strictObject({ comparisonId: Id })
const Note = z.string().max(20_000)
const Position = z.number().int().min(0).max(3)
const Cursor = z.string().max(200).nullable()

export const comparisons = {
  /**
   * One prompt to 2 to 4 setups at once. `requestId` is made once per press. Fails like `chat.send` when nothing of it
   * could be sent, and then nothing of it stays.
   */
  start: call
    .input(
      z.strictObject({
        requestId: z.uuid(),
        system: z.string().max(4_000_000),
        text: z.string().max(4_000_000),
        images: z.array(ImageToUse).max(100),
        columns: z.array(ChatSetup).min(2).max(4),
        cap: z.bigint().positive().nullable(),
      }),
    )
    .output(Comparison),
  /** Stops every column. */
  stop: call.input(One).output(Comparison),
  read: call.input(One).output(Comparison),
  list: call
    .input(z.strictObject({ cursor: Cursor, limit: z.number().int().min(1).max(200) }))
    .output(z.strictObject({ rows: z.array(ComparisonRow), next: Cursor })),
  vote: call.input(z.strictObject({ ...One.shape, position: Position.nullable() })).output(Comparison),
  /** `position: null` is the note on the whole. */
  note: call
    .input(z.strictObject({ ...One.shape, position: Position.nullable(), note: Note }))
    .output(Comparison),
  remove: call.input(One).output(z.strictObject({})),
  restore: call.input(One).output(Comparison),
  markdown: call.input(One).output(z.strictObject({ text: z.string() })),
}
