import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Cost, Rates } from '../pricing/price-schema.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { call, Failure } from './failure.ts'

/** Where one request to the model stands. Only `complete` was finished by the server's own word. */
export const AttemptState = z.discriminatedUnion('kind', [
  /** Written to disk, not yet answered. */
  z.strictObject({ kind: z.literal('pending') }),
  z.strictObject({ kind: z.literal('streaming') }),
  z.strictObject({ kind: z.literal('complete'), finishReason: z.string().nullable() }),
  z.strictObject({ kind: z.literal('stopped') }),
  /** The stream ended without a finish reason: what came is kept. */
  z.strictObject({ kind: z.literal('cut-off'), failure: Failure }),
  /** No answer at all. */
  z.strictObject({ kind: z.literal('failed'), failure: Failure }),
  /** The app ended while this was under way. */
  z.strictObject({ kind: z.literal('unknown') }),
])
export type AttemptState = z.infer<typeof AttemptState>

/** One try that the server refused before it did any work, and the wait before the next. */
export const Retry = z.strictObject({
  /** UTC ms. */
  failedAt: z.number(),
  /** ms from then on; while it runs nothing is sent. */
  waitMs: z.number().nonnegative(),
  /** How often the request is sent at most, the first time included. */
  maxTries: z.number().int().positive(),
  failure: Failure,
})
export type Retry = z.infer<typeof Retry>

export const Attempt = z.strictObject({
  id: z.string(),
  state: AttemptState,
  askedModel: z.string(),
  /** The model the server says it used; `null` until it says so. */
  servedModel: z.string().nullable(),
  host: z.string(),
  demo: z.boolean(),
  /** UTC ms. */
  startedAt: z.number(),
  /** The tries before the last one, in order; most requests have none. */
  retries: z.array(Retry),
  /** The tier that the server says it used, such as `default` or `priority`; `null` until it says so. */
  serviceTier: z.string().nullable(),
  /** ms from first sending to the first text, waits between tries included; `null` while none came. */
  firstTokenMs: z.number().nullable(),
  durationMs: z.number().nullable(),
  requestId: z.string().nullable(),
  usage: TokenUsage.nullable(),
  /** Prices in force when it was sent (snapshot), and the cost they give. `null` = unknown model or usage. */
  rates: Rates.nullable(),
  /**
   * Whose prices those are: of the model `asked` for, as long as the server names no other; of the one that `served`;
   * or of the one asked for `instead`, because the list does not know the one that served. Then `computed` is never
   * complete, and no lower bound either.
   */
  ratesFor: z.enum(['asked', 'served', 'instead']),
  computed: Cost.nullable(),
})
export type Attempt = z.infer<typeof Attempt>

export const Message = z.strictObject({
  id: z.string(),
  role: z.enum(['system', 'user', 'assistant']),
  text: z.string(),
  reasoning: z.string(),
  /** UTC ms. */
  createdAt: z.number(),
  /** Answers have the attempt that made them. */
  attempt: Attempt.nullable(),
})
export type Message = z.infer<typeof Message>

export const Conversation = z.strictObject({
  id: z.string(),
  messages: z.array(Message),
  /** Model name chosen last in this conversation. */
  model: z.string().nullable(),
})
export type Conversation = z.infer<typeof Conversation>

/** First a `snapshot`, then what changes. `append` adds to text and reasoning; `message` replaces the whole message. */
export const ChatEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), conversation: Conversation }),
  z.strictObject({
    kind: z.literal('append'),
    messageId: z.string(),
    text: z.string(),
    reasoning: z.string(),
  }),
  z.strictObject({ kind: z.literal('message'), message: Message }),
])
export type ChatEvent = z.infer<typeof ChatEvent>

const Prompt = z.string().min(1).max(4_000_000)
const RequestId = z.uuid()

export const chat = {
  conversation: call.output(Conversation),
  /** `requestId` is made once per press: the same id twice is one request. Fails with `busy` while one is under way. */
  send: call
    .input(z.strictObject({ requestId: RequestId, model: z.string().min(1).max(512), text: Prompt }))
    .output(z.strictObject({ messageId: z.string() })),
  /** Asks again after a failed, stopped or cut-off answer: the last user turn goes out once more. */
  retry: call
    .input(z.strictObject({ requestId: RequestId, model: z.string().min(1).max(512) }))
    .output(z.strictObject({ messageId: z.string() })),
  stop: call.output(z.strictObject({ stopped: z.boolean() })),
  /** Starts an empty conversation; the old one stays in the database. */
  startNew: call.output(Conversation),
  /** Lives as long as the page listens; leaving it does not stop a stream. */
  events: call.output(eventIterator(ChatEvent)),
}
