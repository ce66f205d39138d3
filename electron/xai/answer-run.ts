import type { EventSourceMessage } from 'eventsource-parser'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { type ChatPart, ServiceFailure } from '../services/ports.ts'
import type { AnswerReader, Standing } from './answer-reader.ts'
import { readErrorWords } from './error-words.ts'
import type { ExchangeRecorder } from './exchange-recorder.ts'
import { failureInEvent } from './failure-in-event.ts'
import { failureOfResponse, shown } from './failure-of-response.ts'
import type { OpenAnswer } from './open-answer.ts'
import { mayHoldPrototype, toJson } from './parse-json.ts'
import { isRecord, type JsonRecord } from './record.ts'
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
  /** Events that came, signs of life too. */
  came: number
  /** Those of them that say something of the answer. */
  events: number
}

/** A run of which nothing has come yet. */
export function newAnswerRun(parts: Pick<AnswerRun, 'reader' | 'recorder' | 'now'>): AnswerRun {
  return { ...parts, answer: null, failure: null, done: false, standing: 'open', came: 0, events: 0 }
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
  const read = answer.cleaner.events()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { pieces, over } = await nextEvents({ events, read, answer, run })
        for (const piece of pieces) controller.enqueue(encoder.encode(piece))
        if (over) controller.close()
      },
      cancel: () => answer.close(),
    },
    { highWaterMark: 0 },
  )
}

type Reading = {
  events: ReturnType<typeof streamEvents>
  read: ReturnType<OpenAnswer['cleaner']['events']>
  answer: OpenAnswer
  run: AnswerRun
}

/** The SDKs copy what is left of a piece for each event in it: in pieces of 64 kB that took longer than all else. */
const PIECE_CHARACTERS = 1024

/** What is next for the SDK: whole events that came together, in pieces; `over`: nothing follows. */
async function nextEvents(reading: Reading): Promise<{ pieces: string[]; over: boolean }> {
  const { events, answer, run } = reading
  const pieces: string[] = []
  try {
    while (pieces.length === 0 && isOpen(run)) {
      const next = await events.next()
      if (next.done) {
        run.done = next.value === 'done'
        return { pieces, over: true }
      }
      for (const event of next.value) if (isOpen(run)) addTo(pieces, cleanEvent(reading, event))
    }
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    run.failure = error.failure
    return { pieces, over: true }
  }
  if (!isOpen(run)) answer.close()
  return { pieces, over: !isOpen(run) }
}

function addTo(pieces: string[], event: string | null): void {
  if (event === null) return
  const last = pieces.at(-1)
  if (last === undefined || last.length >= PIECE_CHARACTERS) pieces.push(event)
  else pieces[pieces.length - 1] = last + event
}

function isOpen({ standing }: AnswerRun): boolean {
  return standing !== 'over'
}

/** `null` for a sign of life. Throws `ServiceFailure` for an event that ends the stream: no JSON object, or an error. */
function cleanEvent({ read, answer, run }: Reading, event: EventSourceMessage): string | null {
  const { data, reading } = read(event.data)
  run.recorder.event(event.event ?? null, data)
  run.came += 1
  const said = reading.kind === 'value' && isRecord(reading.value) ? reading.value : null
  if (said === null) throw endedBy(answer, malformed(answer, run, data))
  const failure = failureInEvent({ ...answer, now: run.now() }, said)
  if (failure !== null) throw endedBy(answer, failure)
  if (said['type'] === 'ping') return null
  const json = isPlain(data, said) ? data : toJson({ ...said, error: undefined })
  if (json === null) throw endedBy(answer, malformed(answer, run, data))
  run.events += 1
  run.standing = run.reader.standing(said)
  if (run.standing !== 'open') answer.alive(answer.limits.afterFinishMs)
  const { type } = said
  const line = typeof type === 'string' && /^[\w.]+$/.test(type) ? `event: ${type}\n` : ''
  return `${line}data: ${json}\n\n`
}

/** No event of a model is longer; up to here no nesting is so deep that V8 can read but not write it. */
const PLAIN_CHARACTERS = 2048

/** Whether the SDK can be given the very text: it reads the same object in it, on one line, and no error. */
function isPlain(data: string, said: JsonRecord): boolean {
  return (
    data.length <= PLAIN_CHARACTERS &&
    !('error' in said) &&
    !data.includes('\n') &&
    !data.includes('\r') &&
    !mayHoldPrototype(data)
  )
}

function endedBy(answer: OpenAnswer, failure: Failure): ServiceFailure {
  answer.close()
  return new ServiceFailure(failure)
}

/** The event itself is shown, and which one it was: it is all there is to find out what went wrong. */
function malformed(answer: OpenAnswer, { came }: AnswerRun, data: string): Failure {
  return failureOf('malformed-answer', {
    status: answer.status,
    serverWords: shown(data, answer.redact) || null,
    event: came,
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
