import { setImmediate } from 'node:timers/promises'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'
import type { OpenAnswer } from './open-answer.ts'

/** How a stream stopped without a fault: by `[DONE]`, or because the connection closed in good order. */
export type StreamStop = 'done' | 'closed'

/** What the body looked like when no event was ever found in it. */
export type Eventless = { bytes: number; beginning: string }

const KEPT_BEGINNING = 64 * 1024
/** Half of a frame. */
const LONGEST_TURN_MS = 8
/** The network hands over up to half a megabyte at once, thousands of events; so many bytes take about a millisecond. */
const PIECE_BYTES = 8 * 1024

/**
 * The complete data events of a server-sent stream, however the bytes are cut, as many at a time as came together (each
 * time one at least); the generator's return value tells how it stopped. An event whose blank line never came is not handed out. What follows `[DONE]` is ignored and the connection
 * closed. Throws `ServiceFailure`: `answer-too-large` for an endless line or stream, and what `OpenAnswer.read` throws.
 *
 * `onEventless` is told what came instead when a stream ends without any event.
 */
export async function* streamEvents(
  answer: OpenAnswer,
  onEventless: (seen: Eventless) => void,
): AsyncGenerator<readonly EventSourceMessage[], StreamStop, void> {
  let queue: EventSourceMessage[] = []
  let tooLong = false
  const parser = createParser({
    maxBufferSize: answer.limits.lineChars,
    onEvent: (event) => queue.push(event),
    // Unknown fields are reported too, and are to be ignored by the standard.
    onError: (error) => {
      tooLong ||= error.type === 'max-buffer-size-exceeded'
    },
  })
  // One decoder for the whole stream: a new one for each chunk breaks characters at the borders (reliability B2).
  const decoder = new TextDecoder()
  const eventless: Eventless = { bytes: 0, beginning: '' }
  let bytes = 0
  let events = 0
  let turnBegan = performance.now()
  for await (const chunk of piecesOf(answer)) {
    // What came in a burst is all there at once and would be read in one turn, which nothing else could pass.
    if (performance.now() - turnBegan > LONGEST_TURN_MS) {
      await setImmediate()
      turnBegan = performance.now()
    }
    bytes += chunk.byteLength
    const text = decoder.decode(chunk, { stream: true })
    parser.feed(text)
    if (tooLong || bytes > answer.limits.streamBytes) throw tooLarge(answer)
    // Anthropic's `ping` is a comment in an event's clothes.
    if (queue.some(({ event }) => event !== 'ping')) answer.alive()
    if (events === 0 && eventless.beginning.length < KEPT_BEGINNING) eventless.beginning += text
    const came = queue
    queue = []
    const last = came.findIndex(({ data }) => data === '[DONE]')
    const whole = last < 0 ? came : came.slice(0, last)
    events += came.length
    if (whole.length > 0) yield whole
    if (last >= 0) {
      answer.close()
      return 'done'
    }
  }
  if (events === 0) onEventless({ ...eventless, bytes })
  return 'closed'
}

async function* piecesOf(answer: OpenAnswer): AsyncGenerator<Uint8Array, void> {
  for (let chunk = await answer.read(); chunk !== null; chunk = await answer.read()) {
    for (let at = 0; at < chunk.byteLength; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES)
  }
}

function tooLarge(answer: OpenAnswer): ServiceFailure {
  answer.close()
  return new ServiceFailure(failureOf('answer-too-large', { status: answer.status }))
}
