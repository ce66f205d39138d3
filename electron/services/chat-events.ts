import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Conversation } from '../../shared/contract/conversation.ts'
import { type ChatListener, createChatListener } from './chat-listener.ts'

export type ChatEvents = {
  publish(event: ChatEvent): void
  /** Gives every listener a new snapshot: the branch has another shape. */
  restart(): void
  /** Ends with `signal`, when left, or when all are closed. */
  listen(newest: number, signal: AbortSignal | undefined): AsyncIterableIterator<ChatEvent>
  close(): void
  isEmpty(): boolean
}

/** Hands every change to everyone who listens, each at its own pace. */
export function createChatEvents(snapshot: (newest: number) => Conversation): ChatEvents {
  const listeners = new Set<ChatListener>()
  let closed = false

  function listen(newest: number, signal: AbortSignal | undefined): AsyncIterableIterator<ChatEvent> {
    const listener = createChatListener(
      () => snapshot(newest),
      () => {
        listeners.delete(listener)
        signal?.removeEventListener('abort', listener.close)
      },
    )
    if (closed || signal?.aborted) listener.close()
    else listeners.add(listener)
    signal?.addEventListener('abort', listener.close, { once: true })
    return listener.events
  }

  return {
    listen,
    isEmpty: () => listeners.size === 0,
    publish: (event) => each(listeners, (listener) => listener.push(event)),
    restart: () => each(listeners, (listener) => listener.restart()),
    close() {
      closed = true
      each(listeners, (listener) => listener.close())
    },
  }
}

/** A copy, because a listener may leave while it is served. */
function each(listeners: ReadonlySet<ChatListener>, serve: (listener: ChatListener) => void): void {
  for (const listener of [...listeners]) serve(listener)
}
