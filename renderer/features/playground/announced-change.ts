import type { Conversation } from '../../../shared/contract/conversation.ts'

type Known = { conversation: string; messageId: string | null; kind: string | null }
export type Announced = 'started' | 'complete' | 'stopped' | 'cut-off' | 'failed' | 'unknown'

export function lastAnswer(conversation: Conversation | null): Known | null {
  if (conversation === null) return null
  const last = conversation.messages.at(-1)
  return {
    conversation: conversation.id,
    messageId: last?.id ?? null,
    kind: last?.attempt?.state.kind ?? null,
  }
}

/**
 * What a screen reader is told between two states: that an answer began or ended, never its words. Nothing for what
 * was already so when the conversation was opened.
 */
export function announcedChange(before: Known | null, now: Known | null): Announced | null {
  if (before === null || now === null || before.conversation !== now.conversation) return null
  if (before.messageId === now.messageId && before.kind === now.kind) return null
  switch (now.kind) {
    case 'pending':
      return 'started'
    case 'streaming':
      return before.messageId === now.messageId ? null : 'started'
    case 'complete':
    case 'stopped':
    case 'cut-off':
    case 'failed':
    case 'unknown':
      return now.kind
    default:
      return null
  }
}
