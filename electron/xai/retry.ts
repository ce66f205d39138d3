import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { refusedBeforeWork } from '../../shared/ledger/costs-nothing.ts'
import { ServiceFailure } from '../services/ports.ts'
import type { ExchangeRecorder } from './exchange-recorder.ts'
import { type Exchange, guardedFetch } from './guarded-fetch.ts'
import type { OpenAnswer } from './open-answer.ts'
import { type Schedule, schedule, type WirePorts } from './wire-ports.ts'

const MAX_TRIES = 3
const LONGEST_WAIT_MS = 60_000
const FIRST_BACKOFF_MS = 500
const LONGEST_BACKOFF_MS = 8_000

/**
 * Opens an answer, trying again where nothing can be charged twice. Throws `ServiceFailure` when no try succeeds.
 * Each try is told to `recorder` before it leaves and when it came to something or nothing.
 * Once this has returned nothing is tried again: an answer that has begun may already be billed (reliability B2).
 */
export async function openWithRetries(
  ports: WirePorts,
  exchange: Exchange,
  recorder?: ExchangeRecorder,
): Promise<OpenAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const opened = await guardedFetch(ports, { ...exchange, onLeave: recorder?.leaves })
    if (opened.kind === 'answer') {
      recorder?.answered(opened.answer.status, opened.answer.headers)
      return opened.answer
    }
    const { failure } = opened
    recorder?.refused(failure)
    const failedAt = ports.clock.now()
    const waitMs = waitBeforeRetry(failure, { attempt, method: exchange.method, random: ports.random })
    if (waitMs === null) throw new ServiceFailure(failure)
    ports.onRetry?.({ failedAt, waitMs, maxTries: MAX_TRIES, failure })
    await sleep(ports.schedule ?? schedule, waitMs, exchange.signal)
  }
}

/**
 * How long to wait before the next attempt, in ms, or `null` when there is none. `attempt` counts from 1.
 *
 * At most two retries, after 0.5 s and 1 s less up to a quarter; what the server asks for counts instead when it is at
 * most a minute. A longer wait is reported in the failure and never slept: sleeping an hour looks like hanging.
 * A POST may cost money, so it is repeated only when it was refused or cannot have arrived (reliability B2, stricter).
 * A connection lost after sending, 500, 502 and 504 are neither: the model may have worked, and may be paid for it. What
 * to do then is for the person to decide.
 */
export function waitBeforeRetry(
  failure: Failure,
  at: { attempt: number; method: Exchange['method']; random: () => number },
): number | null {
  if (at.attempt >= MAX_TRIES || !isWorthRetrying(failure, at.method)) return null
  if (failure.retryAfterMs !== null)
    return failure.retryAfterMs <= LONGEST_WAIT_MS ? failure.retryAfterMs : null
  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** (at.attempt - 1), LONGEST_BACKOFF_MS)
  return Math.round(backoff * (1 - at.random() / 4))
}

function isWorthRetrying(failure: Failure, method: Exchange['method']): boolean {
  const { code, status } = failure
  if (code === 'credits-used-up' || code === 'not-the-api') return false
  if (status !== null) {
    return refusedBeforeWork(status) || (method === 'GET' && status >= 500)
  }
  if (code === 'connection-refused' || code === 'host-not-found') return true
  if (code === 'timed-out') return failure.phase === 'connect'
  return (code === 'connection-lost' || code === 'slept') && method === 'GET'
}

/** Throws `stopped` at once when `signal` comes first. */
export function sleep(after: Schedule, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel()
      reject(new ServiceFailure(failureOf('stopped')))
    }
    const cancel = after(ms, () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    })
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
