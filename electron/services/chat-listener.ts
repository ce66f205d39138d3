import { assertNever } from '../../shared/assert-never.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Conversation } from '../../shared/contract/conversation.ts'
import { pullEvents } from './pulled-events.ts'

/** Beyond either limit a listener that does not keep up gets one fresh snapshot in place of what waits for it. */
const MAX_WAITING_EVENTS = 256
const MAX_WAITING_TEXT = 1_000_000

export type ChatListener = {
  /** First a snapshot, then each change once. Ends when the listener is closed. */
  events: AsyncIterableIterator<ChatEvent>
  push(event: ChatEvent): void
  /** Makes the next event a snapshot. */
  restart(): void
  close(): void
}

/**
 * One page that listens. `snapshot` is called when the page is ready to take it, so nothing that comes before is missed
 * and nothing in it comes again. `left` is called once, when the listener closes.
 */
export function createChatListener(snapshot: () => Conversation, left: () => void): ChatListener {
  let waiting: ChatEvent[] = []
  let stale = true

  function take(): ChatEvent | null {
    if (!stale) return waiting.shift() ?? null
    const conversation = snapshot()
    stale = false
    return { kind: 'snapshot', conversation }
  }
  const { events, serve, close, isOpen } = pullEvents(take, () => {
    waiting = []
    left()
  })
  function restart(): void {
    stale = true
    waiting = []
    serve()
  }
  function push(event: ChatEvent): void {
    // The snapshot that is due will hold what this event says.
    if (!isOpen() || stale) return
    waiting = merged(waiting, event)
    if (waiting.length > MAX_WAITING_EVENTS || lengthOf(waiting) > MAX_WAITING_TEXT) restart()
    else serve()
  }
  return { events, push, restart, close }
}

/** Puts an event behind those that wait, in as few events as say the same. */
function merged(waiting: readonly ChatEvent[], event: ChatEvent): ChatEvent[] {
  if (event.kind === 'append') {
    // What is told beside the text in between may come after all of it.
    const at = waiting.findLastIndex(({ kind }) => kind !== 'progress' && kind !== 'facts')
    const last = waiting[at]
    if (last?.kind === 'append' && last.messageId === event.messageId) {
      const text = last.text + event.text
      const reasoning = last.reasoning + event.reasoning
      return [...waiting.slice(0, at), { ...last, text, reasoning }, ...waiting.slice(at + 1)]
    }
  }
  return [...waiting.filter((earlier) => !replaces(event, earlier)), event]
}

/** Whether after `event` nothing of `earlier` is left to see. */
function replaces(event: ChatEvent, earlier: ChatEvent): boolean {
  switch (event.kind) {
    case 'message':
      return earlier.kind === 'append'
        ? earlier.messageId === event.message.id
        : earlier.kind === 'message' && earlier.message.id === event.message.id
    case 'progress':
      return earlier.kind === 'progress' && earlier.messageId === event.messageId
    case 'facts':
      return earlier.kind === 'facts'
    case 'append':
    case 'snapshot':
      return false
    default:
      return assertNever(event)
  }
}

function lengthOf(waiting: readonly ChatEvent[]): number {
  return waiting.reduce((sum, event) => sum + textLengthOf(event), 0)
}

function textLengthOf(event: ChatEvent): number {
  if (event.kind === 'append') return event.text.length + event.reasoning.length
  return event.kind === 'message' ? event.message.text.length + event.message.reasoning.length : 0
}
