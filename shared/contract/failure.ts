import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Budget } from '../ledger/budget.ts'

/**
 * Everything that is expected to go wrong, as one closed union. Every `switch` over it ends in `assertNever`,
 * so a new code does not compile until each screen has words for it.
 */
export const FailureCode = z.enum([
  // the network never gave an answer
  'offline',
  'host-not-found',
  'connection-refused',
  'connection-lost',
  'slept',
  'certificate-invalid',
  'proxy-refused',
  'timed-out',
  'stopped',
  // the server answered, and refused
  'no-key',
  'wrong-key',
  'not-permitted',
  'key-disabled',
  'key-blocked',
  'credits-used-up',
  'rate-limited',
  'model-not-found',
  'route-not-found',
  'prompt-too-long',
  'invalid-request',
  'unavailable',
  'server-error',
  // the server answered with something that is not what the API says
  'redirected',
  'not-the-api',
  'malformed-answer',
  'empty-answer',
  'answer-too-large',
  'cut-off',
  // on this computer
  'key-unusable',
  'no-keyring',
  'invalid-base-url',
  'busy',
  'not-found',
  'disk-full',
  'storage-read-only',
  'storage-failed',
  'budget-reached',
  // refused here before anything was sent: the list says that the model takes text only
  'no-images',
])
export type FailureCode = z.infer<typeof FailureCode>

/**
 * One failure as it crosses from main to page. It never holds a key, a header or a stack.
 * `serverWords` is the server's own sentence, redacted, at most 4,096 characters (untrusted text).
 * `retryAfterMs` is how long the server asks to wait, in ms. `phase` says which limit ran out when code is `timed-out`.
 * `event` is the place, counted from 1, of the event of a stream that could not be read.
 */
export const Failure = z.strictObject({
  code: FailureCode,
  status: z.number().int().min(100).max(999).nullable(),
  requestId: z.string().max(200).nullable(),
  serverWords: z.string().max(4096).nullable(),
  retryAfterMs: z.number().nonnegative().nullable(),
  phase: z.enum(['connect', 'headers', 'idle', 'total']).nullable(),
  event: z.number().int().positive().optional(),
  /** With `budget-reached`: which one, what counts against it and what the request was expected to cost, in ticks. */
  budget: z
    .strictObject({
      budget: Budget,
      subject: z.string().nullable(),
      spent: z.bigint(),
      reserved: z.bigint(),
      expected: z.bigint(),
    })
    .optional(),
})
export type Failure = z.infer<typeof Failure>

/** A failure that has nothing more to say than its code, with any known details put in. */
export function failureOf(code: FailureCode, details: Partial<Omit<Failure, 'code'>> = {}): Failure {
  return {
    code,
    status: null,
    requestId: null,
    serverWords: null,
    retryAfterMs: null,
    phase: null,
    ...details,
  }
}

/** Every call of the contract starts here: the only typed error is `FAILED` with a `Failure` in `data`. */
export const call = oc.errors({ FAILED: { data: Failure } })
