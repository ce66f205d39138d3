import { deferredPath, requestBody, requestPath } from '../../shared/chat/request-body.ts'
import { type FailureCode, failureOf } from '../../shared/contract/failure.ts'
import { pathSegment } from '../services/path-segment.ts'
import {
  type AnswerHeaders,
  type AnswerRequest,
  type ChatPart,
  ServiceFailure,
  type Target,
  type WireAnswer,
} from '../services/ports.ts'
import { wordIn } from './answer-facts.ts'
import { completionParts } from './completion-parts.ts'
import { createExchangeRecorder, type ExchangeRecorder } from './exchange-recorder.ts'
import type { Exchange } from './guarded-fetch.ts'
import { toJson } from './parse-json.ts'
import { isRecord } from './record.ts'
import { createRedactor } from './redact.ts'
import { createRequestGuard } from './request-guard.ts'
import { openWithRetries, sleep } from './retry.ts'
import { createRetryFeed } from './retry-feed.ts'
import { readJsonAnswer } from './wire.ts'
import { schedule, type WirePorts } from './wire-ports.ts'

/** ms between two looks at a deferred answer: soon at first, since short answers take seconds, then less often. */
const FIRST_LOOK_MS = 500
const LONGEST_LOOK_MS = 10_000
/** What says nothing of an answer that is kept for a day and paid for: it is looked for again. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  ...(['offline', 'host-not-found', 'connection-refused', 'connection-lost', 'timed-out'] as const),
  ...(['unavailable', 'server-error', 'rate-limited'] as const),
])
/** So many looks in a row, about five minutes. */
const MOST_FAILED_LOOKS = 30

type Asking = {
  ports: WirePorts
  target: Target
  request: AnswerRequest
  recorder: ExchangeRecorder
  signal: AbortSignal
}

/**
 * An answer that comes whole: Segmind's, and a deferred one, which is asked for, waited for and fetched once (reference
 * 6.4, 9). A whole JSON answer is the server's word that it is finished. Throws `ServiceFailure` as streamed answers do.
 */
export async function* wholeAnswer(
  ports: WirePorts,
  target: Target,
  request: AnswerRequest,
): AsyncGenerator<ChatPart, void> {
  const recorder = createExchangeRecorder(request.watch, {
    clock: ports.clock,
    redact: createRedactor(target.key),
  })
  const retries = createRetryFeed()
  // Ends what is under way when the consumer leaves the loop, too.
  const guard = createRequestGuard({ schedule: neverFires, totalMs: 0, caller: request.signal })
  const { signal } = guard
  const asking = { ports: { ...ports, onRetry: retries.push }, target, request, recorder, signal }
  try {
    const first = guard.race(post(asking))
    for await (const retry of retries.until(first)) yield { kind: 'retry', retry }
    const accepted = await first
    yield { kind: 'headers', headers: accepted.headers }
    const id = isRecord(accepted.body) ? wordIn(accepted.body['request_id']) : null
    if (request.protocol !== 'deferred' || id === null) return yield* partsOf(accepted)
    yield { kind: 'deferred', id }
    const fetched = await guard.race(fetchWhenReady(asking, id))
    yield { kind: 'headers', headers: withoutGaps(fetched.headers, accepted.headers) }
    yield* partsOf(fetched)
  } finally {
    guard.end()
  }
}

const neverFires = () => () => {}

async function post({ ports, target, request, recorder, signal }: Asking): Promise<WireAnswer> {
  const exchange = {
    target,
    url: `${target.baseUrl}${requestPath(request.protocol)}`,
    method: 'POST',
    accept: 'application/json',
    body: JSON.stringify(requestBody(request, false)),
    signal,
  } as const
  return read(ports, await openWithRetries(ports, exchange, recorder), recorder)
}

/** 202 with nothing in it means not yet. Looking is free and is no try: only the first request is paid for. */
async function fetchWhenReady({ ports, target, recorder, signal }: Asking, id: string): Promise<WireAnswer> {
  const segment = pathSegment(id)
  if (segment === null) throw new ServiceFailure(failureOf('malformed-answer'))
  const exchange: Exchange = {
    ...{ target, url: `${target.baseUrl}${deferredPath(segment)}`, method: 'GET', signal },
    accept: 'application/json',
  }
  let failed = 0
  const unlessPassing = (error: unknown): null => {
    failed += 1
    const passes = error instanceof ServiceFailure && PASSING.has(error.failure.code)
    if (!passes || failed >= MOST_FAILED_LOOKS) throw error
    return null
  }
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_LOOK_MS)) {
    await sleep(ports.schedule ?? schedule, waitMs, signal)
    const answer = await openWithRetries(ports, exchange).catch(unlessPassing)
    if (answer === null) continue
    failed = 0
    if (answer.status !== 202) return read(ports, answer, recorder)
    recorder.event('202', '')
    answer.close()
  }
}

async function read(
  ports: WirePorts,
  answer: Parameters<typeof readJsonAnswer>[0],
  recorder: ExchangeRecorder,
): Promise<WireAnswer> {
  const read = await readJsonAnswer(answer, ports.clock.now())
  recorder.event(null, toJson(read.body) ?? '')
  return read
}

function* partsOf({ body, status }: WireAnswer): Generator<ChatPart, void> {
  const parts = completionParts(body)
  if (parts === null) throw new ServiceFailure(failureOf('malformed-answer', { status }))
  yield* parts
}

/** Rate limits come with the answer that is generated, the request id perhaps with the first alone. */
function withoutGaps(headers: AnswerHeaders, before: AnswerHeaders): AnswerHeaders {
  return { ...headers, requestId: headers.requestId ?? before.requestId }
}
