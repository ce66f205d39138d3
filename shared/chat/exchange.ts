import { z } from 'zod'
import { Failure } from '../contract/failure.ts'

/** Names are lower case. Nothing here holds a key: authorization reads `[removed]`, and so does every echo of the key. */
const HeaderList = z.array(z.tuple([z.string(), z.string()]))

const Moment = {
  /** UTC ms. */
  at: z.number(),
  /** ms of the monotonic clock since the answer was asked for. */
  sinceMs: z.number().nonnegative(),
}

/**
 * What happened on the wire for one answer, in order, for the ledger and for request details. A try is one sending of
 * the request that can cost money; looking whether a deferred answer is ready is none.
 */
export const ExchangeEvent = z.discriminatedUnion('kind', [
  /** Told before the first byte leaves. */
  z.strictObject({
    kind: z.literal('leaves'),
    ...Moment,
    /** From 1. */
    tryNumber: z.number().int().positive(),
    method: z.string(),
    url: z.string(),
    headers: HeaderList,
    /** As sent, but images and what is beyond `BODY_CHARACTERS` are only named. */
    body: z.string().nullable(),
  }),
  /** The try ended without an answer: it was refused, or never arrived. */
  z.strictObject({
    kind: z.literal('refused'),
    ...Moment,
    tryNumber: z.number().int().positive(),
    failure: Failure,
  }),
  /** The headers of an answer are here. */
  z.strictObject({
    kind: z.literal('answered'),
    ...Moment,
    tryNumber: z.number().int().positive(),
    status: z.number().int(),
    headers: HeaderList,
  }),
  /** One event of a stream, or the whole body of an answer that does not stream. */
  z.strictObject({
    kind: z.literal('event'),
    ...Moment,
    name: z.string().nullable(),
    /** Redacted; the beginning only when `cut`. */
    data: z.string(),
    cut: z.boolean(),
  }),
  /** Told once, when further events are no longer told: there are too many, or they are too long together. */
  z.strictObject({ kind: z.literal('events-left-off'), ...Moment }),
])
export type ExchangeEvent = z.infer<typeof ExchangeEvent>
