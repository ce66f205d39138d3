import type { FailureCode } from '../contract/failure.ts'

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
  'unavailable',
  'server-error',
  'redirected',
  'not-the-api',
  'budget-reached',
])

/** Whether an attempt that failed so, before any part of an answer came, can have cost anything. */
export function costsNothing({ code, phase }: { code: FailureCode; phase: string | null }): boolean {
  return COSTS_NOTHING.has(code) || (code === 'timed-out' && phase === 'connect')
}
