import { pullEvents } from './pulled-events.ts'

export type LatestEvents<Event> = {
  publish(event: Event): void
  /** First what is `known` already, then each change. Ends with `signal`, when left, or when closed. */
  listen(signal?: AbortSignal, known?: () => readonly Event[]): AsyncIterableIterator<Event>
  close(): void
}

type Listener<Event> = { push(event: Event): void; close(): void }

/**
 * Hands every change to everyone who listens. Who does not keep up gets the latest of each thing, told apart by
 * `keyOf`, never a backlog: what a thing was before is of no use to a page that shows it now.
 */
export function createLatestEvents<Event>(keyOf: (event: Event) => string): LatestEvents<Event> {
  const listeners = new Set<Listener<Event>>()
  let closed = false
  return {
    publish(event) {
      for (const listener of [...listeners]) listener.push(event)
    },
    listen(signal, known) {
      const waiting = new Map<string, Event>()
      const pulled = pullEvents(
        () => takeFirst(waiting),
        () => listeners.delete(listener),
        signal,
      )
      const listener: Listener<Event> = {
        push(event) {
          const key = keyOf(event)
          waiting.delete(key)
          waiting.set(key, event)
          pulled.serve()
        },
        close: pulled.close,
      }
      if (closed) pulled.close()
      else if (pulled.isOpen()) {
        listeners.add(listener)
        for (const event of known?.() ?? []) listener.push(event)
      }
      return pulled.events
    },
    close() {
      closed = true
      for (const listener of [...listeners]) listener.close()
    },
  }
}

function takeFirst<Event>(waiting: Map<string, Event>): Event | null {
  for (const [key, event] of waiting) {
    waiting.delete(key)
    return event
  }
  return null
}
