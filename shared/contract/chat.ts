import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ParameterName } from '../chat/parameter-name.ts'
import { TEXT_KINDS } from '../estimate/text-kind.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { ChatSetup, Conversation, ConversationRow, ModelName } from './conversation.ts'
import { call } from './failure.ts'
import { ImageToUse, Message, StoredImage } from './message.ts'

/** How an answer goes while it comes. Told at most a few times a second; ms of the monotonic clock. */
export const Progress = z.strictObject({
  elapsedMs: z.number().nonnegative(),
  firstTokenMs: z.number().nullable(),
  /** Visible and reasoning tokens so far. `exact`: counted by the server; else estimated from the text. */
  tokens: z.strictObject({ count: z.number().int().nonnegative(), exact: z.boolean() }),
  /** Since the first token; `null` until there is something to divide. */
  tokensPerSecond: z.number().nullable(),
  /** Cost so far in ticks, the prompt included; `null` = the price is unknown. `exact`: by the server's own counts. */
  cost: z.strictObject({ ticks: z.bigint(), exact: z.boolean() }).nullable(),
  usage: TokenUsage.nullable(),
})
export type Progress = z.infer<typeof Progress>

/**
 * First a `snapshot`, then what changes. `append` adds to text and reasoning; `message` replaces the whole message, or
 * adds it at the end of the branch; `facts` is everything but the messages. A change of the branch's shape (edit of its
 * order, another branch) comes as a new `snapshot`.
 */
export const ChatEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), conversation: Conversation }),
  z.strictObject({
    kind: z.literal('append'),
    messageId: z.string(),
    text: z.string(),
    reasoning: z.string(),
  }),
  z.strictObject({ kind: z.literal('message'), message: Message }),
  z.strictObject({ kind: z.literal('progress'), messageId: z.string(), progress: Progress }),
  z.strictObject({ kind: z.literal('facts'), row: ConversationRow, draining: z.array(z.string()) }),
])
export type ChatEvent = z.infer<typeof ChatEvent>

/** A server said that a model does not take a parameter. `words` is its own sentence (untrusted). */
export const UnsupportedParameter = z.strictObject({
  model: ModelName,
  parameter: ParameterName,
  words: z.string(),
  /** UTC ms. */
  at: z.number(),
})
export type UnsupportedParameter = z.infer<typeof UnsupportedParameter>

/** `drainOnStop`: `Stop` keeps reading silently, so that the exact bill is known. */
export const ChatOptions = z.strictObject({ drainOnStop: z.boolean() })
export type ChatOptions = z.infer<typeof ChatOptions>

/** What would be sent: the whole branch with the draft behind it, for the cost card. */
export const PromptFacts = z.strictObject({
  turns: z.number().int().nonnegative(),
  /** What `estimate-tokens` says of all texts, before anything learned; see `shared/estimate/prompt-estimate.ts`. */
  raw: z.number().int().nonnegative(),
  kind: z.enum(TEXT_KINDS),
  images: z.array(StoredImage),
  /** Output tokens that such answers usually have, and what that was taken from. */
  answer: z.strictObject({
    tokens: z.number().int().nonnegative(),
    from: z.enum(['conversation', 'model', 'assumed']),
  }),
  /** Ticks that budgets would be asked for if it were sent now; see `shared/pricing/held-cost.ts`. */
  held: z.bigint().nonnegative(),
})
export type PromptFacts = z.infer<typeof PromptFacts>

const Id = z.string().min(1).max(100)
const Text = z.string().max(4_000_000)
const Images = z.array(ImageToUse).max(100)
/** Made once per press: the same id twice is one request. */
const Press = { requestId: z.uuid(), conversationId: Id, setup: ChatSetup }
const Asked = z.strictObject({ messageId: z.string() })
const Draft = z.strictObject({ conversationId: Id, text: Text, images: Images })

export const chat = {
  /**
   * Adds a user turn and asks for an answer; `messageId` is the answer's. Fails with `busy` while one is under way in
   * this conversation, `invalid-request` for a turn without text and image, `not-found` for an unknown image.
   */
  send: call.input(z.strictObject({ ...Press, text: Text, images: Images })).output(Asked),
  /**
   * Asks without a new turn. `instead` names an answer to make again: the new one stands beside it as another branch.
   * `null` asks for what follows the last message.
   */
  ask: call.input(z.strictObject({ ...Press, instead: Id.nullable() })).output(Asked),
  /** At once in every phase; what came is kept. */
  stop: call.input(z.strictObject({ conversationId: Id })).output(z.strictObject({ stopped: z.boolean() })),
  /** Lives as long as the page listens; leaving it does not stop a stream. `newest` messages are in a snapshot. */
  events: call
    .input(z.strictObject({ conversationId: Id, newest: z.number().int().min(1).max(10_000).default(200) }))
    .output(eventIterator(ChatEvent)),
  /** What a server refused so far, for the server in use. */
  unsupported: call.output(z.array(UnsupportedParameter)),
  /** Takes one of them back: the parameter may be tried again. */
  supportAgain: call
    .input(z.strictObject({ model: ModelName, parameter: ParameterName }))
    .output(z.array(UnsupportedParameter)),
  options: call.output(ChatOptions),
  setOptions: call.input(ChatOptions).output(ChatOptions),
  prompt: call.input(Draft.extend({ setup: ChatSetup })).output(PromptFacts),
  /** Tokens of the texts alone as the server's tokenizer counts them; what it adds for a conversation is learned. */
  countPrompt: call
    .input(z.strictObject({ ...Draft.shape, model: ModelName }))
    .output(z.strictObject({ tokens: z.number().int().nonnegative() })),
}
