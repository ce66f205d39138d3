export type PulledEvents<Event> = {
  /** What a listener iterates over. Leaving the loop closes it. */
  events: AsyncIterableIterator<Event>
  /** Hands out what there is to take; to be called when that may have become more. */
  serve(): void
  /** Ends it for whoever waits; once. */
  close(): void
  isOpen(): boolean
}

/**
 * Events for one listener who takes them when it is ready: `take` gives the next, or `null` while there is none.
 * `left` is called once, when it ends, with `signal` or by whoever leaves; never for one that never began, because its
 * `signal` was aborted before.
 */
export function pullEvents<Event>(
  take: () => Event | null,
  left: () => void,
  signal?: AbortSignal,
): PulledEvents<Event> {
  let takers: ((result: IteratorResult<Event, undefined>) => void)[] = []
  let open = signal?.aborted !== true

  function serve(): void {
    while (open && takers.length > 0) {
      const value = take()
      if (value === null) return
      takers.shift()?.({ done: false, value })
    }
  }
  function close(): void {
    if (!open) return
    open = false
    signal?.removeEventListener('abort', close)
    for (const taker of takers) taker({ done: true, value: undefined })
    takers = []
    left()
  }
  const events: AsyncIterableIterator<Event> = {
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
  signal?.addEventListener('abort', close, { once: true })
  return { events, serve, close, isOpen: () => open }
}
