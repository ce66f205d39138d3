import { z } from 'zod'
import { ChatParameters } from '../chat/parameters.ts'
import { Protocol } from '../chat/protocol.ts'
import { Message } from './message.ts'

export const ModelName = z.string().min(1).max(512)

/** What an answer is asked for with; only the parameters that were changed are in it. */
export const ChatSetup = z.strictObject({
  model: ModelName,
  protocol: Protocol,
  parameters: ChatParameters,
})
export type ChatSetup = z.infer<typeof ChatSetup>

/** Of a conversation: no model may have been chosen yet. */
export const ConversationSetup = z.strictObject({ ...ChatSetup.shape, model: ModelName.nullable() })
export type ConversationSetup = z.infer<typeof ConversationSetup>

/**
 * What all its attempts cost, on every branch: billed where the server told a bill, computed otherwise. Ticks.
 * `complete: false` = at least, because the cost of some is unknown; copies cost nothing here.
 */
export const Spent = z.strictObject({ ticks: z.bigint(), complete: z.boolean() })
export type Spent = z.infer<typeof Spent>

/** One line of the list. `title` was given by a person; `opening` is how the first message begins. Both are untrusted. */
export const ConversationRow = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  opening: z.string().nullable(),
  pinned: z.boolean(),
  setup: ConversationSetup,
  /** UTC ms. */
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Messages on all branches. */
  messageCount: z.number().int().nonnegative(),
  spent: Spent,
  /** An answer is being asked for or read. */
  underWay: z.boolean(),
})
export type ConversationRow = z.infer<typeof ConversationRow>

/** An open conversation: its facts, and a window on the messages of the branch that is shown. */
export const Conversation = z.strictObject({
  ...ConversationRow.shape,
  /** How many messages the branch has, and where in it (from 0) the first of `messages` stands. */
  total: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
  messages: z.array(Message),
  /** Answers that were stopped and are still read silently, for their bill. */
  draining: z.array(z.string()),
})
export type Conversation = z.infer<typeof Conversation>
