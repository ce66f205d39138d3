import { assertNever } from '../../../shared/assert-never.ts'
import type { ChatEvent } from '../../../shared/contract/chat.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import type { Message } from '../../../shared/contract/message.ts'

/**
 * The conversation after one event; `null` before the first snapshot. Messages that an event does not touch keep
 * their identity. An `append` for a message that is not there is dropped: the snapshot that follows has it.
 */
function applyEvent(conversation: Conversation | null, event: ChatEvent): Conversation | null {
  if (event.kind === 'snapshot') return keepingOlder(conversation, event.conversation)
  if (conversation === null) return null
  switch (event.kind) {
    case 'append':
      return withMessage(conversation, event.messageId, (message) => ({
        ...message,
        text: message.text + event.text,
        reasoning: message.reasoning + event.reasoning,
      }))
    case 'message': {
      const known = conversation.messages.some(({ id }) => id === event.message.id)
      if (known) return withMessage(conversation, event.message.id, () => event.message)
      return {
        ...conversation,
        total: conversation.total + 1,
        messages: [...conversation.messages, event.message],
      }
    }
    case 'facts':
      return { ...conversation, ...event.row, draining: event.draining }
    case 'progress':
      return conversation
    default:
      return assertNever(event)
  }
}

export function applyEvents(
  conversation: Conversation | null,
  events: readonly ChatEvent[],
): Conversation | null {
  return events.reduce(applyEvent, conversation)
}

function withMessage(
  conversation: Conversation,
  id: string,
  change: (message: Message) => Message,
): Conversation {
  const index = conversation.messages.findIndex((message) => message.id === id)
  const message = conversation.messages[index]
  if (message === undefined) return conversation
  return { ...conversation, messages: conversation.messages.with(index, change(message)) }
}

/** Puts messages before the first known one; nothing when they do not join, because the branch changed meanwhile. */
export function withOlder(conversation: Conversation, older: Conversation): Conversation {
  const joins = older.id === conversation.id && older.from + older.messages.length === conversation.from
  if (!joins) return conversation
  return { ...conversation, from: older.from, messages: [...older.messages, ...conversation.messages] }
}

/** A snapshot holds the newest messages only: what was read of the older ones stays while the branch is the same. */
function keepingOlder(before: Conversation | null, snapshot: Conversation): Conversation {
  const first = snapshot.messages[0]
  if (before === null || first === undefined || before.id !== snapshot.id) return snapshot
  const at = before.messages.findIndex(({ id }) => id === first.id)
  if (at < 1 || before.from + at !== snapshot.from) return snapshot
  return { ...snapshot, from: before.from, messages: [...before.messages.slice(0, at), ...snapshot.messages] }
}
