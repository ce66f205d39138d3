import type { IncomingMessage } from 'node:http'

/** One request as it came in. */
export type RecordedRequest = {
  method: string
  /** With the query, as sent. */
  path: string
  headers: Readonly<Record<string, string>>
  /** Text of the body, at most 1,048,576 characters of it. */
  body: string
  /** UTC ms. */
  at: number
  /** `client-left`: it closed the connection before the answer was whole, which ends the work on it. */
  outcome: 'open' | 'finished' | 'client-left'
  status: number | null
  /** Events of the stream written so far. */
  eventsSent: number
}

const MOST_REQUESTS = 2_000
const MOST_BODY_CHARACTERS = 1_048_576
/** Of all bodies together: the log must not grow with the length of a conversation. */
const MOST_CHARACTERS = 32 * 1_048_576

/**
 * The last 2,000 requests, fewer when their bodies are long, oldest first. Without `keep` it holds none: each request
 * has its record while it is answered, without a body, and nothing of it stays.
 */
export class RequestLog {
  readonly #keep: boolean
  readonly #requests: RecordedRequest[] = []
  #characters = 0

  constructor(keep: boolean) {
    this.#keep = keep
  }

  get requests(): readonly RecordedRequest[] {
    return this.#requests
  }

  add(message: IncomingMessage, at: number): RecordedRequest {
    const record: RecordedRequest = {
      method: message.method ?? '',
      path: message.url ?? '',
      headers: Object.fromEntries(
        Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: '',
      at,
      outcome: 'open',
      status: null,
      eventsSent: 0,
    }
    if (this.#keep) {
      this.#requests.push(record)
      this.#forgetOldest()
    }
    return record
  }

  keepBody(record: RecordedRequest, body: string): void {
    if (!this.#keep) return
    record.body = body.slice(0, MOST_BODY_CHARACTERS)
    this.#characters += record.body.length
    this.#forgetOldest()
  }

  #forgetOldest(): void {
    while (this.#requests.length > MOST_REQUESTS || this.#characters > MOST_CHARACTERS) {
      this.#characters -= this.#requests.shift()?.body.length ?? 0
    }
  }
}
