import { z } from 'zod'
import { call } from './failure.ts'

/** What the last look found. `version` and `link` are untrusted text that was checked; `at` is UTC ms. */
export const UpdateOutcome = z.strictObject({
  kind: z.enum(['newer', 'current']),
  at: z.number(),
  version: z.string(),
  /** An `https:` page of the publisher, for the guarded way to the browser. */
  link: z.string(),
  publishedAt: z.string().nullable(),
})
export type UpdateOutcome = z.infer<typeof UpdateOutcome>

export const UpdateState = z.strictObject({
  /** What is asked, word for word; `null`: this build does not know where releases are. */
  address: z.string().nullable(),
  version: z.string(),
  /** The one thing that is told of us: the user agent. */
  sends: z.string(),
  last: UpdateOutcome.nullable(),
})
export type UpdateState = z.infer<typeof UpdateState>

/** A look for a newer version. Nothing is ever downloaded or installed. */
export const updates = {
  read: call.output(UpdateState),
  check: call.output(UpdateState),
}
