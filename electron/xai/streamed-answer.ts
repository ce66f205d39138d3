import { requestBody, requestPath } from '../../shared/chat/request-body.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { type AnswerRequest, type ChatPart, ServiceFailure, type Target } from '../services/ports.ts'
import { readAnswerHeaders } from './answer-headers.ts'
import type { StreamedProtocol } from './answer-reader.ts'
import { type AnswerRun, cleanEvents, endOfRun, newAnswerRun } from './answer-run.ts'
import { createExchangeRecorder } from './exchange-recorder.ts'
import { readerOfProtocol } from './reader-of-protocol.ts'
import { isRecord } from './record.ts'
import { createRedactor } from './redact.ts'
import { createRequestGuard } from './request-guard.ts'
import { openWithRetries } from './retry.ts'
import { createRetryFeed } from './retry-feed.ts'
import { openWithSdk, type SdkFetch } from './sdk-stream.ts'
import { readJsonAnswer } from './wire.ts'
import type { WirePorts } from './wire-ports.ts'

type StreamedRequest = AnswerRequest & { protocol: StreamedProtocol }

/**
 * Streams one answer through the SDK of its protocol. The parts come in order; `end` only after the server said that it
 * was finished. Throws `ServiceFailure`: `cut-off`, `stopped`, `malformed-answer`, `empty-answer`, `not-the-api`, and
 * everything of reference 7; what was yielded before stays valid. Leaving the loop closes the connection.
 */
export async function* streamedAnswer(
  ports: WirePorts,
  target: Target,
  request: StreamedRequest,
): AsyncGenerator<ChatPart, void> {
  const run = newAnswerRun({
    reader: readerOfProtocol(request.protocol, request.parameters.n ?? 1),
    recorder: createExchangeRecorder(request.watch, {
      clock: ports.clock,
      redact: createRedactor(target.key),
    }),
    now: () => ports.clock.now(),
  })
  // Outlives each attempt: it ends waiting for the SDK too, and the connection when the consumer leaves the loop.
  const guard = createRequestGuard({ schedule: neverFires, totalMs: 0, caller: request.signal })
  try {
    const retries = createRetryFeed()
    const exchange = { ports: { ...ports, onRetry: retries.push }, target, run, signal: guard.signal }
    const sdk = {
      baseUrl: target.baseUrl,
      path: requestPath(request.protocol),
      body: requestBody(request, true),
      fetch: sdkFetch(exchange),
    }
    const starting = guard.race(openWithSdk(request.protocol, sdk))
    for await (const retry of retries.until(starting)) yield { kind: 'retry', retry }
    const events = await starting.catch((error: unknown) => {
      // The SDK wraps whatever our fetch throws; `run` has the original.
      throw run.failure === null ? error : new ServiceFailure(run.failure)
    })
    if (run.answer !== null) {
      yield { kind: 'headers', headers: readAnswerHeaders(run.answer.headers, run.answer.redact) }
    }
    for await (const event of events) {
      for (const part of isRecord(event) ? run.reader.parts(event) : []) {
        throwIfStopped(request.signal)
        yield part
      }
    }
    throwIfStopped(request.signal)
    yield endOfRun(run)
  } finally {
    guard.end()
  }
}

/** Nothing is handed out after a stop, not even what had arrived by then. */
function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new ServiceFailure(failureOf('stopped'))
}

const neverFires = () => () => {}

type Streaming = { ports: WirePorts; target: Target; run: AnswerRun; signal: AbortSignal }

/** The guarded fetch in the shape an SDK wants: it takes the address and the body from it and nothing else. */
function sdkFetch({ ports, target, run, signal }: Streaming): SdkFetch {
  return async (url, init) => {
    try {
      const body = typeof init.body === 'string' ? init.body : undefined
      const answer = await openWithRetries(
        ports,
        { target, url, method: 'POST', accept: 'text/event-stream', body, signal },
        run.recorder,
      )
      if (!/^\s*text\/event-stream\s*(;|$)/i.test(answer.headers.get('content-type') ?? '')) {
        // Before any event is looked for: an error body under 200, a page or nothing would read as an empty stream.
        await readJsonAnswer(answer, ports.clock.now())
        throw new ServiceFailure(failureOf('malformed-answer', { status: answer.status }))
      }
      run.answer = answer
      return new Response(cleanEvents(answer, run), { headers: { 'content-type': 'text/event-stream' } })
    } catch (error) {
      if (error instanceof ServiceFailure) run.failure = error.failure
      throw error
    }
  }
}
