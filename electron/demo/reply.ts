/** One event of a stream. `name` is the `event:` line, where the protocol has one; `tokens` sets its pace. */
export type StreamEvent = { name: string | null; data: unknown; tokens: number }

/** Ends a chat stream; written as it is, not as JSON. */
export const DONE: StreamEvent = { name: null, data: '[DONE]', tokens: 0 }

/** How fast an answer comes: ms to the first event, then tokens a second. */
export type Pace = { firstTokenMs: number; tokensPerSecond: number }

export type Headers = Readonly<Record<string, string>>

/** What a handler answers. It is data only: faults and pacing are applied when it is sent. */
export type Reply =
  | { kind: 'json'; status: number; body: unknown; headers?: Headers; waitMs?: number }
  /** A long JSON body in parts; while they are made, other requests and the app itself get their turn. */
  | { kind: 'long-json'; parts: Iterable<string> }
  | { kind: 'text'; status: number; text: string; type: string; headers?: Headers }
  | { kind: 'events'; events: Iterable<StreamEvent>; pace: Pace; headers?: Headers }

const PLAIN_TEXT = 'text/plain; charset=utf-8'

export function json(body: unknown, status = 200): Reply {
  return { kind: 'json', status, body }
}

export function plainText(status: number, text: string, headers: Headers = {}): Reply {
  return { kind: 'text', status, text, type: PLAIN_TEXT, headers }
}

/** Thrown by a check, caught once by the router: the first check that fails answers (reference 5.7). */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reply: Reply
  constructor(reply: Reply) {
    super('refused')
    this.reply = reply
  }
}
