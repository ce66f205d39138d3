import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { requestIdOf } from './answer-headers.ts'
import { type ErrorWords, errorIn, readErrorWords } from './error-words.ts'
import type { Redact } from './redact.ts'
import { refusalCode, statusOfErrorCode } from './refusal-code.ts'
import { retryAfterOf } from './retry-after.ts'

const SHOWN_CHARACTERS = 4_096

/** What is known of an answer besides its body. `now` is UTC ms. */
export type Refusal = { status: number; headers: Headers; redact: Redact; now: number }

/** The failure that a refusal means: every shape of reference 7, with the server's words redacted and cut to 4,096. */
export function failureOfResponse(refusal: Refusal, text: string): Failure {
  return failureOfWords(refusal, readErrorWords(text, refusal.headers.get('content-type')))
}

/**
 * The failure in a parsed body, or `null` when it holds none. The API has answered 200 with an error body, also inside a
 * stream ("Timed out waiting for first token", reference 5.3), and then `code` tells which status was meant.
 */
export function failureInBody(refusal: Refusal, body: unknown): Failure | null {
  const words = errorIn(body)
  return words === null ? null : failureOfWords(refusal, words)
}

function failureOfWords(refusal: Refusal, said: ErrorWords): Failure {
  const words = shown(said.words ?? '', refusal.redact)
  return failureOf(codeOf(refusal.status, said), {
    status: refusal.status,
    requestId: requestIdOf(refusal.headers, refusal.redact),
    serverWords: words === '' ? null : words,
    retryAfterMs: retryAfterOf(refusal.headers, words, refusal.now),
  })
}

function codeOf(status: number, said: ErrorWords): Failure['code'] {
  // An HTML page under 5xx is usually the API's own front door saying that the API is down; any other one is a
  // captive portal, a firewall or a wrong address.
  if (said.kind === 'html') return status >= 500 ? refusalCode(status, '') : 'not-the-api'
  const meant = status < 400 && said.kind === 'json' ? statusOfErrorCode(said.code) : status
  return refusalCode(meant, said.words)
}

/** Text fit to cross to the page: no secret, no control character, no half of a surrogate pair at the cut. */
export function shown(text: string, redact: Redact): string {
  // Redacted before it is cut, or a key over the border would lose its shape and stay.
  const clean = redact(text.slice(0, 16 * SHOWN_CHARACTERS)).replace(/[^\P{Cc}\n\t]/gu, '')
  return clean
    .trim()
    .slice(0, SHOWN_CHARACTERS)
    .replace(/[\uD800-\uDBFF]$/, '')
}
