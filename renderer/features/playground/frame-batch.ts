/** When the page is hidden there are no frames; then what came is shown after this long. */
const HIDDEN_MS = 500
/** Nobody reads text that grows thirty times a second slower than text that grows sixty times; it costs half. */
const SHORTEST_MS = 24
/** A frame in which there was nothing to do takes this long too. */
const FRAME_MS = 17
/** What came last is never kept longer than this, however long a commit takes. */
const LONGEST_MS = 100

/**
 * Collects items and hands them on together at most every other animation frame (docs/benchmarks.md, stream), and when
 * the page took longer than a frame to show the last ones, after twice that time: a fast stream then costs as many commits
 * as there is use for, and a burst does not keep the page so busy that its end comes late. `stop` drops what waits.
 */
export function frameBatch<Item>(hand: (items: readonly Item[]) => void): {
  add: (item: Item) => void
  stop: () => void
} {
  let waiting: Item[] = []
  let cancel: (() => void) | null = null
  let handedAt = Number.NEGATIVE_INFINITY
  let pause = SHORTEST_MS
  const flush = () => {
    cancel = null
    const items = waiting
    waiting = []
    handedAt = performance.now()
    hand(items)
    requestAnimationFrame(() => {
      pause = Math.min(Math.max(SHORTEST_MS, 2 * (performance.now() - handedAt) - FRAME_MS), LONGEST_MS)
    })
  }
  return {
    add: (item) => {
      waiting.push(item)
      cancel ??= nextFrame(flush, () => performance.now() - handedAt >= pause)
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
