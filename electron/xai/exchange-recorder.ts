import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { type Clock, ServiceFailure } from '../services/ports.ts'
import type { Redact } from './redact.ts'

const EVENT_CHARACTERS = 16_384
const NAME_CHARACTERS = 200
const MOST_EVENTS = 20_000
const MOST_EVENT_CHARACTERS = 4 * 1_048_576
/** The longest beginning of a request body that is told. */
const BODY_CHARACTERS = 262_144
/** Looked through beyond that, so that a key over the border is seen whole, in any of its spellings. */
const BEYOND_BODY = 65_536

const SECRET_HEADERS: readonly string[] = [
  'authorization',
  'x-api-key',
  'proxy-authorization',
  'set-cookie',
  'cookie',
]

/** What is about to leave. Names of headers in lower case. */
export type Leaving = {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string | undefined
}

/** Tells one observer what happens on the wire for one answer, redacted and bounded. */
export type ExchangeRecorder = {
  /** Throws `ServiceFailure` when the observer throws: then nothing must leave. */
  leaves(sent: Leaving): void
  /** The try on record came to nothing. Says nothing when none is: it was never sent. */
  refused(failure: Failure): void
  answered(status: number, headers: Headers): void
  event(name: string | null, data: string): void
}

/** Tells `watch` what happens to a request, redacted, with the time since it was asked (ms). */
export function createExchangeRecorder(
  watch: ((event: ExchangeEvent) => void) | undefined,
  { clock, redact }: { clock: Clock; redact: Redact },
): ExchangeRecorder {
  const askedAt = clock.monotonic()
  const moment = () => ({ at: clock.now(), sinceMs: Math.max(0, clock.monotonic() - askedAt) })
  let tryNumber = 0
  let onRecord = false
  let events = 0
  let characters = 0
  return {
    leaves({ method, url, headers, body }) {
      tryNumber += 1
      const shown = { method, url, headers: shownHeaders(Object.entries(headers), redact) }
      const text = body === undefined ? null : shownBody(body, redact)
      onRecord = false
      const event: ExchangeEvent = { kind: 'leaves', ...moment(), tryNumber, ...shown, body: text }
      try {
        watch?.(event)
      } catch (cause) {
        throw cause instanceof ServiceFailure
          ? cause
          : new ServiceFailure(failureOf('storage-failed'), { cause })
      }
      onRecord = true
    },
    refused(failure) {
      if (onRecord) watch?.({ kind: 'refused', ...moment(), tryNumber, failure })
      onRecord = false
    },
    answered: (status, headers) =>
      watch?.({
        ...{ kind: 'answered', ...moment(), tryNumber, status },
        headers: shownHeaders(headers.entries(), redact),
      }),
    event(name, data) {
      if (watch === undefined || events > MOST_EVENTS) return
      events += 1
      characters += data.length + (name?.length ?? 0)
      if (events > MOST_EVENTS || characters > MOST_EVENT_CHARACTERS) {
        events = MOST_EVENTS + 1
        return watch({ kind: 'events-left-off', ...moment() })
      }
      const cut = data.length > EVENT_CHARACTERS
      // Redacted before it is cut, or a key over the border would lose its shape and stay.
      const text = redact(data).slice(0, EVENT_CHARACTERS)
      const shownName = name === null ? null : redact(name).slice(0, NAME_CHARACTERS)
      watch({ kind: 'event', ...moment(), name: shownName, data: text, cut })
    },
  }
}

function shownHeaders(entries: Iterable<[string, string]>, redact: Redact): [string, string][] {
  return Array.from(entries, ([name, value]) => [
    redact(name.toLowerCase()),
    SECRET_HEADERS.includes(name.toLowerCase()) ? '[removed]' : redact(value),
  ])
}

function shownBody(body: string, redact: Redact): string {
  // The length of an image says as much as its bytes do.
  const withoutImages = body.replaceAll(
    /(;base64,|"data":")([A-Za-z0-9+/=]{200,})/g,
    (_, before: string, data: string) => `${before}${data.slice(0, 24)}…[${data.length} characters]`,
  )
  // Not the whole of a long conversation: it would be looked through for what is not told.
  const text = redact(withoutImages.slice(0, BODY_CHARACTERS + BEYOND_BODY))
  const cut = withoutImages.length > BODY_CHARACTERS + BEYOND_BODY || text.length > BODY_CHARACTERS
  return cut ? `${text.slice(0, BODY_CHARACTERS)}…[cut]` : text
}
