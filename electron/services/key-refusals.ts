import { requestPath } from '../../shared/chat/request-body.ts'
import type { Failure, FailureCode } from '../../shared/contract/failure.ts'
import { ServiceFailure, type StreamChat, type Target, type Wire } from './ports.ts'

/** A request whose key the server refused. `by` is its method and path, without what comes after the name of a list. */
type KeyRefusal = { target: Target; failure: Failure; by: string }

export type KeyRefusals = {
  /** The same wire and stream; each refusal of a key is told to whom it concerns, and goes on as it was. */
  wire(wire: Wire): Wire
  stream(streamChat: StreamChat): StreamChat
  listen(refused: (refusal: KeyRefusal) => void): void
}

const OF_THE_KEY: ReadonlySet<FailureCode> = new Set([
  'wrong-key',
  'not-permitted',
  'key-disabled',
  'key-blocked',
])
/** Many keys may not read it: that says nothing of whether they work. */
const BESIDE = 'GET /v1/me'

/** Hears of each key that a server refuses, whichever request it was. */
export function createKeyRefusals(): KeyRefusals {
  const listeners: ((refusal: KeyRefusal) => void)[] = []
  function tell(target: Target, by: string, error: unknown): void {
    if (!(error instanceof ServiceFailure) || !OF_THE_KEY.has(error.failure.code) || by === BESIDE) return
    for (const listener of listeners) listener({ target, failure: error.failure, by })
  }
  return {
    listen: (refused) => void listeners.push(refused),
    wire: (wire) => ({
      async json(target, request) {
        try {
          return await wire.json(target, request)
        } catch (error) {
          tell(target, `${request.method} ${request.path.split(/[/?]/).slice(0, 3).join('/')}`, error)
          throw error
        }
      },
    }),
    stream: (streamChat) =>
      async function* (target, request) {
        try {
          yield* streamChat(target, request)
        } catch (error) {
          tell(target, `POST ${requestPath(request.protocol)}`, error)
          throw error
        }
      },
  }
}
