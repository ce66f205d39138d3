import type { EventSourceMessage } from 'eventsource-parser'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { type ChatPart, ServiceFailure } from '../services/ports.ts'
import type { AnswerReader, Standing } from './answer-reader.ts'
import { readErrorWords } from './error-words.ts'
import type { ExchangeRecorder } from './exchange-recorder.ts'
import { failureInEvent } from './failure-in-event.ts'
import { failureOfResponse, shown } from './failure-of-response.ts'
import type { OpenAnswer } from './open-answer.ts'
import { parseJson, toJson } from './parse-json.ts'
import { isRecord } from './record.ts'
import { type Eventless, streamEvents } from './stream-events.ts'

/** What our side of the wire knows of one streamed answer, whatever the SDK makes of it. */
export type AnswerRun = {
  readonly reader: AnswerReader
  readonly recorder: ExchangeRecorder
  /** UTC ms. */
  readonly now: () => number
  answer: OpenAnswer | null
  failure: Failure | null
  /** `[DONE]` came. */
  done: boolean
  standing: Standing
  events: number
}

export function newAnswerRun(parts: Pick<AnswerRun, 'reader' | 'recorder' | 'now'>): AnswerRun {
  return { ...parts, answer: null, failure: null, done: false, standing: 'open', events: 0 }
}

/**
 * The events of an answer as a stream that cannot surprise an SDK: one whole JSON object after another, under its own
 * `type` as its name, never an error object, closed in good order whatever happens. What did happen is in `run`. A
 * stream that fails would lose the events which are still queued in it, so it is closed instead.
 */
export function cleanEvents(answer: OpenAnswer, run: AnswerRun): ReadableStream<Uint8Array> {
  const events = streamEvents(answer, (seen) => {
    run.failure = eventlessFailure(answer, seen, run.now())
  })
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { text, over } = await nextEvents(events, answer, run)
        if (text !== '') controller.enqueue(encoder.encode(text))
        if (over) controller.close()
      },
      cancel: () => answer.close(),
    },
    { highWaterMark: 0 },
  )
}

type Events = ReturnType<typeof streamEvents>

/** What is next for the SDK, all in one piece that came in one; `over`: nothing follows. */
async function nextEvents(
  events: Events,
  answer: OpenAnswer,
  run: AnswerRun,
): Promise<{ text: string; over: boolean }> {
  let text = ''
  try {
    while (text === '' && isOpen(run)) {
      const next = await events.next()
      if (next.done) {
        run.done = next.value === 'done'
        return { text, over: true }
      }
      for (const event of next.value) if (isOpen(run)) text += cleanEvent(answer, run, event) ?? ''
    }
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    run.failure = error.failure
    return { text, over: true }
  }
  if (!isOpen(run)) answer.close()
  return { text, over: !isOpen(run) }
}

function isOpen({ standing }: AnswerRun): boolean {
  return standing !== 'over'
}

/** `null` for a sign of life. Throws `ServiceFailure` for an event that ends the stream: no JSON object, or an error. */
function cleanEvent(
  answer: OpenAnswer,
  run: AnswerRun,
  { event: name, data }: EventSourceMessage,
): string | null {
  run.recorder.event(name ?? null, data)
  const reading = parseJson(data)
  const said = reading.kind === 'value' && isRecord(reading.value) ? reading.value : null
  if (said === null) throw endedBy(answer, malformed(answer, data))
  const failure = failureInEvent({ ...answer, now: run.now() }, said)
  if (failure !== null) throw endedBy(answer, failure)
  if (said['type'] === 'ping') return null
  const json = toJson({ ...said, error: undefined })
  if (json === null) throw endedBy(answer, malformed(answer, data))
  run.events += 1
  run.standing = run.reader.standing(said)
  if (run.standing !== 'open') answer.alive(answer.limits.afterFinishMs)
  const { type } = said
  const line = typeof type === 'string' && /^[\w.]+$/.test(type) ? `event: ${type}\n` : ''
  return `${line}data: ${json}\n\n`
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
 * The last part of a stream. An answer is complete only when the server said so in its protocol's way (reliability B1:
 * an SDK calls a cut stream, an error and an empty body a success). Throws `ServiceFailure` otherwise. What is lost after
 * the server's word is the usage at most, never a part of the answer.
 */
export function endOfRun(run: AnswerRun): ChatPart {
  const saidFinished = run.standing !== 'open' || (run.done && run.reader.endsInDone)
  const lostOnly = run.failure?.code === 'cut-off' || run.failure?.code === 'timed-out'
  if (run.failure !== null && !(saidFinished && lostOnly)) throw new ServiceFailure(run.failure)
  const status = run.answer?.status ?? null
  if (!saidFinished) throw new ServiceFailure(failureOf('cut-off', { status }))
  if (run.events === 0) throw new ServiceFailure(failureOf('empty-answer', { status }))
  return { kind: 'end', finishReason: run.reader.finishReason() }
}
