import type { ChatSetup } from '../../shared/contract/conversation.ts'
import type { ImageToUse } from '../../shared/contract/message.ts'

/** One press: the same `requestId` twice is one request. */
export type Press = { requestId: string; conversationId: string; setup: ChatSetup }

/** What one press asks for: an answer to a new user turn, or to what is there. */
export type Asked =
  | { kind: 'turn'; text: string; images: readonly ImageToUse[] }
  | { kind: 'again'; instead: string | null }
