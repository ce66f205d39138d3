/** When the page is hidden there are no frames; then what came is shown after this long. */
const HIDDEN_MS = 500
/** Nobody reads text that grows thirty times a second slower than text that grows sixty times; it costs half. */
const SHORTEST_MS = 24

/**
 * Collects items and hands them on together at most every other animation frame (architecture decision 10): a fast
 * stream then costs as many commits as there is use for. `stop` drops what waits.
 */
export function frameBatch<Item>(hand: (items: readonly Item[]) => void): {
  add: (item: Item) => void
  stop: () => void
} {
  let waiting: Item[] = []
  let cancel: (() => void) | null = null
  let handedAt = Number.NEGATIVE_INFINITY
  const flush = () => {
    cancel = null
    const items = waiting
    waiting = []
    handedAt = performance.now()
    hand(items)
  }
  return {
    add: (item) => {
      waiting.push(item)
      cancel ??= nextFrame(flush, () => performance.now() - handedAt >= SHORTEST_MS)
    },
    stop: () => {
      cancel?.()
      cancel = null
      waiting = []
    },
  }
}

/** Calls once: at the first frame that is late enough, or after half a second when there are no frames. */
function nextFrame(call: () => void, isLate: () => boolean): () => void {
  const end = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const callOnce = () => {
    end()
    call()
  }
  const timer = setTimeout(callOnce, HIDDEN_MS)
  let frame = requestAnimationFrame(function look() {
    if (isLate()) callOnce()
    else frame = requestAnimationFrame(look)
  })
  return end
}
