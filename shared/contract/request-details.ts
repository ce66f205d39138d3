import { z } from 'zod'
import { ExchangeEvent } from '../chat/exchange.ts'
import { call } from './failure.ts'

/**
 * What went over the wire for one answer, in order, redacted: no key is in it. `usage` is the last usage as the server
 * wrote it, as JSON text. Kept for the newest answers only; fails with `not-found` for older ones.
 */
export const RequestDetails = z.strictObject({
  attemptId: z.string(),
  events: z.array(ExchangeEvent),
  usage: z.string().nullable(),
})
export type RequestDetails = z.infer<typeof RequestDetails>

const One = z.strictObject({ attemptId: z.string().min(1).max(100) })

export const requestDetails = {
  read: call.input(One).output(RequestDetails),
  /** As the JSON of a HAR 1.2 file, to be saved with `exports.save`. */
  har: call.input(One).output(z.strictObject({ text: z.string() })),
}
