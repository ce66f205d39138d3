import type { ChatEvent, Conversation } from '../../shared/contract/chat.ts'
import { type ChatListener, createChatListener } from './chat-listener.ts'

export type ChatEvents = {
  publish(event: ChatEvent): void
  /** Gives every listener a new snapshot: the conversation is another one. */
  restart(): void
  /** Ends with `signal`, when left, or when all are closed. */
  listen(signal: AbortSignal | undefined): AsyncIterableIterator<ChatEvent>
  close(): void
}

/** Hands every change to everyone who listens, each at its own pace. */
export function createChatEvents(snapshot: () => Conversation): ChatEvents {
  const listeners = new Set<ChatListener>()
  let closed = false

  function listen(signal: AbortSignal | undefined): AsyncIterableIterator<ChatEvent> {
    const listener = createChatListener(snapshot, () => {
      listeners.delete(listener)
      signal?.removeEventListener('abort', listener.close)
    })
    if (closed || signal?.aborted) listener.close()
    else listeners.add(listener)
    signal?.addEventListener('abort', listener.close, { once: true })
    return listener.events
  }

  return {
    listen,
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
