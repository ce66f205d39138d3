import type { ConnectionEvent } from '../../shared/contract/connection-health.ts'
import { pullEvents } from './pulled-events.ts'

export type ConnectionEvents = {
  publish(event: ConnectionEvent): void
  /** First what is known of the connection in use, then each change. Ends with `signal`, when left, or when closed. */
  listen(
    known: () => readonly ConnectionEvent[],
    signal: AbortSignal | undefined,
  ): AsyncIterableIterator<ConnectionEvent>
  close(): void
}

type Listener = { push(event: ConnectionEvent): void; close(): void }

/** Hands every change to everyone who listens. Who does not keep up gets the latest of each kind, never a backlog. */
export function createConnectionEvents(): ConnectionEvents {
  const listeners = new Set<Listener>()
  let closed = false
  return {
    publish(event) {
      for (const listener of [...listeners]) listener.push(event)
    },
    listen(known, signal) {
      let waiting: ConnectionEvent[] = closed ? [] : [...known()]
      const pulled = pullEvents(
        () => waiting.shift() ?? null,
        () => listeners.delete(listener),
        signal,
      )
      const listener: Listener = {
        push(event) {
          waiting = [...waiting.filter(({ kind }) => kind !== event.kind), event]
          pulled.serve()
        },
        close: pulled.close,
      }
      if (closed) pulled.close()
      else if (pulled.isOpen()) listeners.add(listener)
      return pulled.events
    },
    close() {
      closed = true
      for (const listener of [...listeners]) listener.close()
    },
  }
}
