import type { Failure, FailureCode } from '../contract/failure.ts'

/**
 * Failures after which nothing can have been charged: the request never arrived, or was refused before any work. After
 * the others, such as a connection that broke, something may have been: unknown is not zero (reliability B3).
 */
const COSTS_NOTHING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline',
  'host-not-found',
  'connection-refused',
  'certificate-invalid',
  'proxy-refused',
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
  'redirected',
  'not-the-api',
  'budget-reached',
])

/** Refused before anything was made of it: too late, in conflict, too early, too often, no capacity (529: gateways). */
const REFUSED: readonly number[] = [408, 409, 425, 429, 503, 529]

/**
 * Whether a server that answers with this status says that no work was begun. After 500, 502 and 504, and after an error
 * in a stream that had begun, the model may have worked, and may be paid for it.
 */
export function refusedBeforeWork(status: number | null): boolean {
  return status !== null && REFUSED.includes(status)
}

/** Whether an attempt that failed so, before any part of an answer came, cannot have cost anything. */
export function costsNothing({ code, phase, status }: Pick<Failure, 'code' | 'phase' | 'status'>): boolean {
  if (code === 'unavailable' || code === 'server-error') return refusedBeforeWork(status)
  return COSTS_NOTHING.has(code) || (code === 'timed-out' && phase === 'connect')
}
