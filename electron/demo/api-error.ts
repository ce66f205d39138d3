import type { Era } from './demo-model.ts'
import type { Headers, Reply } from './reply.ts'

export type ErrorKind =
  | 'invalid-argument'
  | 'no-credentials'
  | 'permission-denied'
  | 'not-found'
  | 'gone'
  | 'resource-exhausted'
  | 'unavailable'
  | 'internal'

/** Reference 7: a gRPC sentence until mid 2026, then a slug. */
const CODES: Record<ErrorKind, { status: number; sentence: string; slug: string }> = {
  'invalid-argument': {
    status: 400,
    sentence: 'Client specified an invalid argument',
    slug: 'invalid-argument',
  },
  'no-credentials': {
    status: 401,
    sentence: 'The request does not have valid authentication credentials',
    slug: 'unauthenticated:no-credentials',
  },
  'permission-denied': {
    status: 403,
    sentence: 'The caller does not have permission to execute the specified operation',
    slug: 'permission-denied',
  },
  'not-found': { status: 404, sentence: 'Some requested entity was not found', slug: 'not-found' },
  // Only 2026 backends answer 410, and with a sentence all the same.
  gone: { status: 410, sentence: 'Live search is deprecated', slug: 'Live search is deprecated' },
  'resource-exhausted': {
    status: 429,
    sentence: 'Some resource has been exhausted',
    slug: 'resource-exhausted',
  },
  unavailable: { status: 503, sentence: 'The service is currently unavailable', slug: 'unavailable' },
  internal: { status: 500, sentence: 'Internal error', slug: 'internal' },
}

export function codeOf(era: Era, kind: ErrorKind): string {
  return era === 'C' ? CODES[kind].slug : CODES[kind].sentence
}

/** The flat body of every API error: `error` is a string, not an object (reference 7). */
export function apiError(era: Era, kind: ErrorKind, error: string, headers: Headers = {}): Reply {
  return { kind: 'json', status: CODES[kind].status, body: { code: codeOf(era, kind), error }, headers }
}
