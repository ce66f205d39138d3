import type { Protocol } from '../../shared/chat/protocol.ts'
import type { ChatPart } from '../services/ports.ts'
import type { JsonRecord } from './record.ts'

/**
 * What the server's word is worth after an event: `open` while more must come, `finished` once it said that the answer
 * is, `over` when nothing can follow that.
 */
export type Standing = 'open' | 'finished' | 'over'

/** One stream's events in one protocol's way. Each event is given once to either method, in order. */
export type AnswerReader = {
  /** Called on our side of the SDK: completion is never left to it (reliability B1). */
  standing(event: JsonRecord): Standing
  /** Called with what the SDK hands out. */
  parts(event: JsonRecord): ChatPart[]
  /** Why choice 0 ended, as the server put it; `null` when it did not say. */
  finishReason(): string | null
  /** Whether `[DONE]` is this protocol's word for the end. */
  readonly endsInDone: boolean
}

export type StreamedProtocol = Exclude<Protocol, 'deferred' | 'segmind'>
