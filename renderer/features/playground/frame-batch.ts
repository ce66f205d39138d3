/** When the page is hidden there are no frames; then what came is shown after this long. */
const HIDDEN_MS = 500

/**
 * Collects items and hands them on together, once per animation frame (architecture decision 10): a fast stream then
 * costs as many commits as the screen has frames. `stop` drops what waits.
 */
export function frameBatch<Item>(hand: (items: readonly Item[]) => void): {
  add: (item: Item) => void
  stop: () => void
} {
  let waiting: Item[] = []
  let cancel: (() => void) | null = null
  const flush = () => {
    cancel?.()
    cancel = null
    const items = waiting
    waiting = []
    hand(items)
  }
  return {
    add: (item) => {
      waiting.push(item)
      cancel ??= nextFrame(flush)
    },
    stop: () => {
      cancel?.()
      cancel = null
      waiting = []
    },
  }
}

/** Calls once: at the next frame, or after half a second when none comes. */
function nextFrame(call: () => void): () => void {
  const frame = requestAnimationFrame(call)
  const timer = setTimeout(call, HIDDEN_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
