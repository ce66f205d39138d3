import type { MessageRole } from '../../shared/contract/message.ts'
import type { Paged } from './chat-store.ts'

export type FoundText = {
  conversationId: string
  title: string | null
  opening: string | null
  messageId: string | null
  role: MessageRole | null
  at: number
  /** The whole text that was found in. */
  text: string
}

export type SearchStore = {
  /** Puts at most `limit` texts into the index that are not in it yet; returns how many there were. */
  index(limit: number): number
  /** Titles first, then messages, newest first. `match` is a query of the index. */
  find(match: string, page: { cursor: string | null; limit: number }): Paged<FoundText>
}
