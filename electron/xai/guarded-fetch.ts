import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure, type Target } from '../services/ports.ts'
import { readUrl } from '../services/read-url.ts'
import { readAnswerHeaders, requestIdOf } from './answer-headers.ts'
import { createAnswerCleaner } from './answer-without-key.ts'
import { parseBaseUrl } from './base-url.ts'
import type { Leaving } from './exchange-recorder.ts'
import { failureOfNetwork } from './failure-of-network.ts'
import { failureOfResponse } from './failure-of-response.ts'
import { createKeyTraces } from './key-traces.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { type OpenAnswer, openAnswer } from './open-answer.ts'
import { createRedactor, type Redact } from './redact.ts'
import { createRequestGuard, type RequestGuard } from './request-guard.ts'
import { schedule, type WirePorts } from './wire-ports.ts'

/** One request of one attempt. `url` must lie on the target's origin. `body` is JSON text. */
export type Exchange = {
  target: Target
  url: string
  method: 'GET' | 'POST'
  accept: string
  body?: string | undefined
  signal?: AbortSignal | undefined
  /** Told right before the request leaves; what it throws keeps it here. */
  onLeave?: ((sent: Leaving) => void) | undefined
}

export type Opened = { kind: 'answer'; answer: OpenAnswer } | { kind: 'failed'; failure: Failure }

/**
 * The one way to the network: sends once, and either hands over a 2xx answer whose body is still to be read under the
 * same limits, or says why there is none. Never throws for what is expected. Redirects are refused, not followed: the
 * key belongs to one origin (security A8).
 */
export async function guardedFetch(ports: WirePorts, exchange: Exchange): Promise<Opened> {
  const unsendable = whyNotToSend(exchange)
  if (unsendable !== null) return { kind: 'failed', failure: unsendable }
  const limits: Limits = { ...DEFAULT_LIMITS, ...ports.limits }
  const { key } = exchange.target
  const tracesIn = createKeyTraces(key)
  const redact = createRedactor(key, tracesIn)
  const guard = createRequestGuard({
    schedule: ports.schedule ?? schedule,
    totalMs: limits.totalMs,
    caller: exchange.signal,
  })
  try {
    guard.limit('headers', exchange.method === 'GET' ? limits.getHeadersMs : limits.headersMs)
    const response = await guard.race(send(ports, exchange, guard))
    guard.unlimit()
    const cleaner = createAnswerCleaner(key, tracesIn)
    const answer = openAnswer({ response, guard, redact, cleaner, limits, clock: ports.clock })
    if (isRedirect(response)) return { kind: 'failed', failure: redirected(response, redact, guard) }
    ports.onAnswer?.(exchange.target, readAnswerHeaders(response.headers, redact))
    if (response.ok) return { kind: 'answer', answer }
    return { kind: 'failed', failure: await refusalOf(ports, answer, limits) }
  } catch (error) {
    guard.end()
    const failure = error instanceof ServiceFailure ? error.failure : failureOfNetwork(error)
    return { kind: 'failed', failure }
  }
}

function whyNotToSend({ target, url }: Exchange): Failure | null {
  const base = parseBaseUrl(target.baseUrl)
  const goal = readUrl(url)
  const belongs = base.ok && goal?.origin === base.origin && goal.pathname.startsWith('/v1/')
  if (!belongs) return failureOf('invalid-base-url')
  if (target.key === '') return failureOf('no-key')
  // `Headers` would quote the whole key in the error it throws for a line break.
  return /^[\x21-\x7e]+$/.test(target.key) ? null : failureOf('key-unusable')
}

async function send(ports: WirePorts, exchange: Exchange, guard: RequestGuard): Promise<Response> {
  // Inside an async function, because Electron's `net.fetch` has been seen to throw synchronously after sleep.
  const headers = {
    accept: exchange.accept,
    ...credentialsOf(exchange.target),
    'user-agent': 'Tokenbook',
    ...(exchange.body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  exchange.onLeave?.({ method: exchange.method, url: exchange.url, headers, body: exchange.body })
  const response = await ports.fetch(exchange.url, {
    method: exchange.method,
    headers,
    ...(exchange.body === undefined ? {} : { body: exchange.body }),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    signal: guard.signal,
  })
  if (guard.signal.aborted) void response.body?.cancel().catch(() => {})
  return response
}

/** Segmind reads the key from a header of its own (reference 9); every form of xAI's API reads a bearer token. */
function credentialsOf({ kind, key }: Target): Record<string, string> {
  return kind === 'segmind' ? { 'x-api-key': key } : { authorization: `Bearer ${key}` }
}

/** For a network stack that hands a redirect over, or follows it, where it should have thrown. */
function isRedirect(response: Response): boolean {
  return (
    response.type === 'opaqueredirect' ||
    response.redirected ||
    (response.status >= 300 && response.status < 400)
  )
}

function redirected(response: Response, redact: Redact, guard: RequestGuard): Failure {
  guard.end()
  // The status of an opaque redirect is 0.
  const status = response.status >= 100 ? response.status : null
  return failureOf('redirected', { status, requestId: requestIdOf(response.headers, redact) })
}

async function refusalOf(ports: WirePorts, answer: OpenAnswer, limits: Limits): Promise<Failure> {
  const text = await answer.readBeginning(limits.refusalBytes, limits.refusalMs)
  return failureOfResponse({ ...answer, now: ports.clock.now() }, text)
}
