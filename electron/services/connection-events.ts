import type { ConnectionEvent } from '../../shared/contract/connection-health.ts'

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
      const queue = createQueue(() => {
        listeners.delete(queue)
        signal?.removeEventListener('abort', queue.close)
      })
      if (closed || signal?.aborted) queue.close()
      else {
        for (const event of known()) queue.push(event)
        listeners.add(queue)
        signal?.addEventListener('abort', queue.close, { once: true })
      }
      return queue.events
    },
    close() {
      closed = true
      for (const listener of [...listeners]) listener.close()
    },
  }
}

type Taker = (result: IteratorResult<ConnectionEvent, undefined>) => void

function createQueue(left: () => void): Listener & { events: AsyncIterableIterator<ConnectionEvent> } {
  let waiting: ConnectionEvent[] = []
  let takers: Taker[] = []
  let open = true

  function serve(): void {
    while (takers.length > 0) {
      const value = waiting.shift()
      if (value === undefined) return
      takers.shift()?.({ done: false, value })
    }
  }
  function close(): void {
    if (!open) return
    open = false
    waiting = []
    for (const taker of takers) taker({ done: true, value: undefined })
    takers = []
    left()
  }
  const events: AsyncIterableIterator<ConnectionEvent> = {
    next: () =>
      new Promise((resolve) => {
        if (!open) return resolve({ done: true, value: undefined })
        takers.push(resolve)
        serve()
      }),
    return: async () => {
      close()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => events,
  }
  return {
    events,
    close,
    push(event) {
      if (!open) return
      waiting = [...waiting.filter(({ kind }) => kind !== event.kind), event]
      serve()
    },
  }
}
