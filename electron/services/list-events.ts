import type { ListEvent } from '../../shared/contract/conversations.ts'

type Taker = (result: IteratorResult<ListEvent, undefined>) => void

/** Changes of the list for everyone who listens. Of one conversation only the latest waits: a slow page needs no more. */
export function createListEvents() {
  const listeners = new Set<ReturnType<typeof createListener>>()
  let closed = false
  return {
    publish(event: ListEvent): void {
      for (const listener of listeners) listener.push(event)
    },
    listen(signal?: AbortSignal): AsyncIterableIterator<ListEvent> {
      const listener = createListener(() => listeners.delete(listener))
      if (closed || signal?.aborted) listener.close()
      else listeners.add(listener)
      signal?.addEventListener('abort', listener.close, { once: true })
      return listener.events
    },
    close(): void {
      closed = true
      for (const listener of [...listeners]) listener.close()
    },
  }
}

function createListener(left: () => void) {
  const waiting = new Map<string, ListEvent>()
  let takers: Taker[] = []
  let open = true

  function serve(): void {
    for (const [id, value] of waiting) {
      const taker = takers.shift()
      if (!taker) return
      waiting.delete(id)
      taker({ done: false, value })
    }
  }
  function push(event: ListEvent): void {
    const id = event.kind === 'changed' ? event.row.id : event.conversationId
    waiting.delete(id)
    waiting.set(id, event)
    serve()
  }
  function close(): void {
    if (!open) return
    open = false
    waiting.clear()
    for (const taker of takers) taker({ done: true, value: undefined })
    takers = []
    left()
  }
  const events: AsyncIterableIterator<ListEvent> = {
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
  return { events, push, close }
}
