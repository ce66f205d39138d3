import type { FailureCode } from '../../shared/contract/failure.ts'

type Rule = { words: RegExp; code: FailureCode }

const CREDITS: Rule = {
  words:
    /used all available credits|spending limit|any credits|not enough credits|insufficient (credits|funds|balance)/i,
  code: 'credits-used-up',
}
const WRONG_KEY: Rule = { words: /(incorrect|invalid) api key/i, code: 'wrong-key' }
const MODEL_GONE: Rule = { words: /model not found|\bmodel\b.*\bdoes not exist/is, code: 'model-not-found' }
const PROMPT: Rule = {
  words: /maximum prompt length|maximum context|context (length|window)|prompt is too long/i,
  code: 'prompt-too-long',
}
const CAPACITY: Rule = { words: /at capacity|overloaded|temporarily unavailable/i, code: 'unavailable' }

/**
 * The server's words decide before the status does, because the API uses one status for many things: a wrong key is 400,
 * used-up credits were 429 in 2025 and are 403 in 2026 (reference 7). The slug or sentence in `code` never decides.
 */
const RULES: Partial<Record<number, readonly Rule[]>> = {
  400: [WRONG_KEY, MODEL_GONE, PROMPT],
  401: [{ words: /no credentials/i, code: 'no-key' }],
  403: [
    { words: /\bkey\b.*\bis disabled\b/is, code: 'key-disabled' },
    { words: /\b(key|team)\b.*\bblocked\b/is, code: 'key-blocked' },
    WRONG_KEY,
    CREDITS,
  ],
  404: [
    { words: /no handler found|\broute\b/i, code: 'route-not-found' },
    { words: /\bmodel\b/i, code: 'model-not-found' },
  ],
  413: [PROMPT],
  422: [PROMPT],
  429: [CREDITS, CAPACITY],
}

const CODES: Partial<Record<number, FailureCode>> = {
  401: 'wrong-key',
  402: 'credits-used-up',
  403: 'not-permitted',
  404: 'route-not-found',
  405: 'route-not-found',
  // Segmind's "Not enough credits" (reference 9).
  406: 'credits-used-up',
  407: 'proxy-refused',
  408: 'unavailable',
  409: 'unavailable',
  425: 'unavailable',
  429: 'rate-limited',
  451: 'not-permitted',
  500: 'server-error',
  501: 'server-error',
  505: 'server-error',
  // "Network authentication required": a captive portal answers in the API's place.
  511: 'not-the-api',
}

/** The failure code of a refusal with this status and these words. */
export function refusalCode(status: number, words: string): FailureCode {
  const rule = RULES[status]?.find((candidate) => candidate.words.test(words))
  if (rule !== undefined) return rule.code
  return CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid-request')
}

const STATUS_OF_CODE: Partial<Record<string, number>> = {
  'client specified an invalid argument': 400,
  'invalid-argument': 400,
  'the request does not have valid authentication credentials': 401,
  'unauthenticated:no-credentials': 401,
  'the caller does not have permission to execute the specified operation': 403,
  'permission-denied': 403,
  'some requested entity was not found': 404,
  'not-found': 404,
  'some resource has been exhausted': 429,
  'resource-exhausted': 429,
  // The names in errors of Anthropic's form.
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  overloaded_error: 529,
  // Those of Responses.
  rate_limit_exceeded: 429,
  server_error: 500,
  'internal error': 500,
  internal: 500,
  'the service is currently unavailable': 503,
  unavailable: 503,
}

/**
 * Which status an error body that came under HTTP 200 should have had (reference 5.3 and 7): by its `code`, a sentence
 * until mid 2026, a slug later, a number at some gateways. 500 when it does not tell.
 */
export function statusOfErrorCode(code: string | number | null): number {
  if (typeof code === 'number') return code >= 400 && code <= 599 ? code : 500
  return STATUS_OF_CODE[code?.toLowerCase() ?? ''] ?? 500
}
