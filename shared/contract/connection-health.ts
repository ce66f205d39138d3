import { z } from 'zod'
import { Failure } from './failure.ts'
import { KeyFacts } from './key-facts.ts'

/** What was last seen of one kind of limit; `null` is not told, never zero. */
const Allowance = z.strictObject({
  limit: z.number().int().nonnegative().nullable(),
  remaining: z.number().int().nonnegative().nullable(),
})

/**
 * Rate limits and credits of one connection as the headers of its answers told them last. They come with inference only
 * and hold for the model that answered (reference 5.6). Times are UTC ms; `null` when never told.
 */
export const Limits = z.strictObject({
  profile: z.string(),
  requests: Allowance,
  tokens: Allowance,
  ratesReadAt: z.number().nullable(),
  /** As the server wrote it, usually decimal text; its scale is unknown (reference 9). */
  remainingCredits: z.string().nullable(),
  creditsReadAt: z.number().nullable(),
})
export type Limits = z.infer<typeof Limits>

/**
 * What is known last of whether a key works: how its check went, or that the server refused it to another request since,
 * which `by` names (`POST /v1/responses`); `null` = the check itself. `tookMs` is how long the server took; `lastFacts`
 * are from a reading before.
 */
export const HealthReading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), checkedAt: z.number(), tookMs: z.number(), facts: KeyFacts }),
  z.strictObject({
    kind: z.literal('failed'),
    checkedAt: z.number(),
    tookMs: z.number(),
    failure: Failure,
    by: z.string().max(100).nullable(),
    lastFacts: KeyFacts.nullable(),
  }),
])
export type HealthReading = z.infer<typeof HealthReading>

/**
 * `did` says what the call did. `asked`: the server was asked. `too-soon`: nothing was sent, as one was less than a
 * minute ago. `no-free-call`: this service has no call that costs nothing. `no-key`: the demo answers, nothing to check.
 */
export const Health = z.strictObject({
  profile: z.string(),
  did: z.enum(['asked', 'too-soon', 'no-free-call', 'no-key']),
  /** UTC ms from which the server may be asked again; `null` when at once, or never. */
  nextAt: z.number().nullable(),
  last: HealthReading.nullable(),
})
export type Health = z.infer<typeof Health>

/** What happens to the connection in use: first one of each kind as it is known now, then each change. */
export const ConnectionEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('limits'), limits: Limits }),
  z.strictObject({ kind: z.literal('health'), health: HealthReading.nullable(), profile: z.string() }),
])
export type ConnectionEvent = z.infer<typeof ConnectionEvent>
