const REMEMBERED = 256

/**
 * Makes the same request id one request: a second call with it gets the first one's result. A call that failed is
 * forgotten, because nothing was asked of the server then and the same press may be tried again.
 */
export function createRequestMemory<T>(): (id: string, ask: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (id, ask) => {
    const earlier = known.get(id)
    if (earlier) return earlier
    const asked = ask()
    known.set(id, asked)
    asked.catch(() => known.delete(id))
    const oldest = known.keys().next()
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value)
    return asked
  }
}
