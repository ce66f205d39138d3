import type { Comparison } from '../../shared/contract/comparisons.ts'
import type { Conversation, ConversationRow } from '../../shared/contract/conversation.ts'
import type { Message } from '../../shared/contract/message.ts'

export function sampleConversationRow(parts: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: 'c1',
    title: null,
    opening: null,
    pinned: false,
    setup: { model: null, protocol: 'chat', parameters: {} },
    createdAt: 1_770_000_000_000,
    updatedAt: 1_770_000_000_000,
    messageCount: 0,
    spent: { ticks: 0n, complete: true },
    underWay: false,
    ...parts,
  }
}

/** A conversation whose branch is these messages, all of them in the window. */
export function sampleConversation(
  messages: Message[] = [],
  parts: Partial<Conversation> = {},
): Conversation {
  const row = sampleConversationRow({ messageCount: messages.length })
  return { ...row, total: messages.length, from: 0, messages, draining: [], ...parts }
}

/** A message of a person without any branches, with what a test cares about put in. */
export function sampleMessage(parts: Partial<Message> & Pick<Message, 'id'>): Message {
  return {
    role: 'user',
    text: '',
    reasoning: '',
    images: [],
    toolCalls: [],
    toolCallId: null,
    createdAt: 1_770_000_000_000,
    editedAt: null,
    attempt: null,
    limits: null,
    sources: [],
    copied: false,
    branch: { position: 1, count: 1, previous: null, next: null },
    choice: null,
    ...parts,
  }
}

export function sampleComparison(parts: Partial<Comparison> = {}): Comparison {
  return {
    id: 'x1',
    createdAt: 1_770_000_000_000,
    system: '',
    text: 'Compare this',
    images: [],
    cap: null,
    spent: { ticks: 0n, complete: true },
    vote: null,
    note: '',
    columns: [],
    ...parts,
  }
}
