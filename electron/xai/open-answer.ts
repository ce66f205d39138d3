import { failureOf } from '../../shared/contract/failure.ts'
import { type Clock, ServiceFailure } from '../services/ports.ts'
import { requestIdOf } from './answer-headers.ts'
import type { AnswerCleaner } from './answer-without-key.ts'
import { failureOfNetwork } from './failure-of-network.ts'
import type { Limits } from './limits.ts'
import type { Redact } from './redact.ts'
import type { RequestGuard } from './request-guard.ts'

/** An answer whose headers are here and whose body is not read yet. Whoever holds it must read to the end or `close`. */
export type OpenAnswer = {
  readonly status: number
  readonly headers: Headers
  /** For words of a refusal, and what is told beside the answer. */
  readonly redact: Redact
  /** For the answer itself. */
  readonly cleaner: AnswerCleaner
  readonly limits: Limits
  /** The next bytes, `null` at the end. Throws `ServiceFailure`. Does not itself count as a sign of life. */
  read(): Promise<Uint8Array | null>
  /** Data came: the idle limit starts again, with `ms` when given. Not called for comments (reliability B2). */
  alive(ms?: number): void
  /** The whole body as text. Throws `answer-too-large` beyond `maxBytes`. */
  readAll(maxBytes: number): Promise<string>
  /** The beginning of the body, as much as comes within `maxBytes` and `ms`; then the connection is closed. */
  readBeginning(maxBytes: number, ms: number): Promise<string>
  close(): void
}

type Parts = Pick<OpenAnswer, 'redact' | 'cleaner' | 'limits'> & {
  response: Response
  guard: RequestGuard
  clock: Clock
}

/** The body of an answer as chunks within limits of size and patience; ends `guard` with it. */
export function openAnswer({ response, guard, redact, cleaner, limits, clock }: Parts): OpenAnswer {
  const { status, headers } = response
  const reader = response.body?.getReader()
  const details = { status, requestId: requestIdOf(headers, redact) }
  let patienceMs = limits.idleMs

  const fail = (error: unknown): never => {
    guard.end()
    const failure = error instanceof ServiceFailure ? error.failure : failureOfNetwork(error)
    // The answer had begun, so a lost connection means a cut answer.
    const code = failure.code === 'connection-lost' ? 'cut-off' : failure.code
    throw new ServiceFailure({ ...failure, ...details, code })
  }

  const read = async (): Promise<Uint8Array | null> => {
    if (reader === undefined) return endOf(guard)
    if (patienceMs <= 0) return fail(new ServiceFailure(failureOf('timed-out', { phase: 'idle' })))
    const startedAt = clock.monotonic()
    guard.limit('idle', patienceMs)
    try {
      const next = await guard.race(reader.read())
      patienceMs -= clock.monotonic() - startedAt
      return next.done ? endOf(guard) : next.value
    } catch (error) {
      return fail(error)
    } finally {
      guard.unlimit()
    }
  }

  const answer: OpenAnswer = {
    status,
    headers,
    redact,
    cleaner,
    limits,
    read,
    alive: (ms = limits.idleMs) => {
      patienceMs = ms
    },
    readAll: (maxBytes) => readAll(answer, maxBytes),
    readBeginning: (maxBytes, ms) => readBeginning(answer, maxBytes, ms),
    close: () => guard.end(),
  }
  return answer
}

function endOf(guard: RequestGuard): null {
  guard.done()
  return null
}

async function readAll(answer: OpenAnswer, maxBytes: number): Promise<string> {
  const tooLarge = () => {
    answer.close()
    const { status } = answer
    return new ServiceFailure(
      failureOf('answer-too-large', { status, requestId: requestIdOf(answer.headers, answer.redact) }),
    )
  }
  if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let chunk = await answer.read(); chunk !== null; chunk = await answer.read()) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw tooLarge()
    answer.alive()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

async function readBeginning(answer: OpenAnswer, maxBytes: number, ms: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let left = maxBytes
  answer.alive(ms)
  try {
    for (let chunk = await answer.read(); chunk !== null && left > 0; chunk = await answer.read()) {
      text += decoder.decode(chunk.subarray(0, left), { stream: true })
      left -= chunk.byteLength
    }
  } catch (error) {
    // A refusal is a refusal even when its words are cut; only the caller's stop says something else.
    if (!(error instanceof ServiceFailure) || error.failure.code === 'stopped') throw error
  }
  answer.close()
  return text
}
