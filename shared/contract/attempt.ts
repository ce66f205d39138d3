import { z } from 'zod'
import { Cost, Rates } from '../pricing/price-schema.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { Failure } from './failure.ts'

/** Where one request to the model stands. Only `complete` was finished by the server's own word. */
export const AttemptState = z.discriminatedUnion('kind', [
  /** Written to disk, not yet answered. */
  z.strictObject({ kind: z.literal('pending') }),
  z.strictObject({ kind: z.literal('streaming') }),
  z.strictObject({ kind: z.literal('complete'), finishReason: z.string().nullable() }),
  /** By the person. With a bill in `usage`, the rest was read silently after that. */
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
