import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import type { ChatPart } from '../services/ports.ts'
import { ServiceFailure } from '../services/ports.ts'
import { finishReasonIn } from './chat-chunk.ts'
import { readErrorWords } from './error-words.ts'
import { failureInBody, failureOfResponse, shown } from './failure-of-response.ts'
import type { OpenAnswer } from './open-answer.ts'
import { parseJson, toJson } from './parse-json.ts'
import { isRecord } from './record.ts'
import { type Eventless, streamEvents } from './stream-events.ts'

/** What our side of the wire knows of one streamed answer, whatever the SDK makes of it. */
export type ChatRun = {
  answer: OpenAnswer | null
  failure: Failure | null
  /** `[DONE]` came. */
  done: boolean
  finishReason: string | null
  chunks: number
}

export function newChatRun(): ChatRun {
  return { answer: null, failure: null, done: false, finishReason: null, chunks: 0 }
}

/**
 * The chunks of an answer as a stream that cannot surprise the SDK: one whole JSON object after another, never an error
 * object, closed in good order whatever happens. What did happen is in `run`. A stream that fails would lose the chunks
 * which are still queued in it, so it is closed instead.
 */
export function cleanChunks(answer: OpenAnswer, run: ChatRun, now: () => number): ReadableStream<Uint8Array> {
  const events = streamEvents(answer, (seen) => {
    run.failure = eventlessFailure(answer, seen, now())
  })
  const encoder = new TextEncoder()
  const nextChunk = async (): Promise<string | null> => {
    const next = await events.next()
    if (!next.done) return cleanChunk(answer, run, next.value.data, now())
    run.done = next.value === 'done'
    return null
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await nextChunk().catch((error: unknown) => {
          if (!(error instanceof ServiceFailure)) throw error
          run.failure = error.failure
          return null
        })
        if (chunk === null) controller.close()
        else controller.enqueue(encoder.encode(`data: ${chunk}\n\n`))
      },
      cancel: () => answer.close(),
    },
    { highWaterMark: 0 },
  )
}

/** Throws `ServiceFailure` for an event that ends the stream: no JSON object, or the server's own error in mid-stream. */
function cleanChunk(answer: OpenAnswer, run: ChatRun, data: string, now: number): string {
  const reading = parseJson(data)
  const chunk = reading.kind === 'value' && isRecord(reading.value) ? reading.value : null
  if (chunk === null) throw endedBy(answer, malformed(answer, data))
  const failure = failureInBody({ ...answer, now }, chunk)
  if (failure !== null) throw endedBy(answer, failure)
  const choices = Array.isArray(chunk['choices']) ? chunk['choices'].filter(isRecord) : []
  const json = toJson({ ...chunk, choices, error: undefined })
  if (json === null) throw endedBy(answer, malformed(answer, data))
  run.chunks += 1
  run.finishReason ??= finishReasonIn(chunk)
  if (run.finishReason !== null) answer.alive(answer.limits.afterFinishMs)
  return json
}

function endedBy(answer: OpenAnswer, failure: Failure): ServiceFailure {
  answer.close()
  return new ServiceFailure(failure)
}

/** The event itself is shown: it is all there is to find out what went wrong. */
function malformed(answer: OpenAnswer, data: string): Failure {
  return failureOf('malformed-answer', {
    status: answer.status,
    serverWords: shown(data, answer.redact) || null,
  })
}

/** A server can promise a stream and then send its error, a page or nothing at all. */
function eventlessFailure(answer: OpenAnswer, seen: Eventless, now: number): Failure {
  if (seen.bytes === 0) return failureOf('empty-answer', { status: answer.status })
  const isText = readErrorWords(seen.beginning, null).kind === 'text'
  if (isText) return failureOf('cut-off', { status: answer.status })
  return failureOfResponse({ ...answer, now }, seen.beginning)
}

/**
 * The last part of a stream. An answer is complete only when the server said so, with a finish reason or `[DONE]`
 * (reliability B1: the SDK calls a cut stream, an error and an empty body a success). Throws `ServiceFailure` otherwise.
 * What is lost after a finish reason is the usage at most, never a part of the answer.
 */
export function endOfRun(run: ChatRun): ChatPart {
  const saidFinished = run.done || run.finishReason !== null
  const lostOnly = run.failure?.code === 'cut-off' || run.failure?.code === 'timed-out'
  if (run.failure !== null && !(saidFinished && lostOnly)) throw new ServiceFailure(run.failure)
  const status = run.answer?.status ?? null
  if (!saidFinished) throw new ServiceFailure(failureOf('cut-off', { status }))
  if (run.chunks === 0) throw new ServiceFailure(failureOf('empty-answer', { status }))
  return { kind: 'end', finishReason: run.finishReason }
}
