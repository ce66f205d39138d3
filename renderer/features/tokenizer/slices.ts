/** A slice of work may take this long, in ms; then the page gets its turn (a frame has 16). */
const SLICE_MS = 8

/** Resolves at once while the slice has time left, else after the page had its turn. Throws when `signal` aborts. */
export function createSlices(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - began < SLICE_MS) return
    await turnOfThePage()
    signal?.throwIfAborted()
    began = performance.now()
  }
}

/** Not by a timer where it can be helped: a browser holds each timer that follows on another back for 4 ms. */
async function turnOfThePage(): Promise<void> {
  if ('scheduler' in globalThis) await scheduler.postTask(() => undefined)
  else await new Promise((resolve) => setTimeout(resolve))
}
