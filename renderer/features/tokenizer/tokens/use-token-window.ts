import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Pixels; the style sheet has the same. */
export const LINE_HEIGHT = 24
/** Lines that are kept above and below what can be seen, so that scrolling finds them drawn. */
const SPARE_LINES = 4
/** Where nothing is laid out. */
const ASSUMED = { columns: 90, height: 360 }

export type TokenWindow = {
  scroller: RefObject<HTMLDivElement | null>
  /** Columns of the monospaced font that fit. */
  columns: number
  height: number
  /** The first line to draw, and the first one not to. */
  first: number
  last: number
  onScroll: () => void
  scrollToLine: (line: number) => void
}

/** Which lines can be seen. Only a scroll by several lines draws anew. */
export function useTokenWindow(): TokenWindow {
  const scroller = useRef<HTMLDivElement>(null)
  // Nothing is drawn before the width is known: it would be drawn twice.
  const [size, setSize] = useState<typeof ASSUMED | null>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const host = scroller.current
    if (host === null) return
    const measure = () => {
      if (host.clientWidth === 0) return setSize((before) => before ?? ASSUMED)
      const columns = Math.max(10, Math.floor((host.clientWidth - PADDING) / columnWidth(host)))
      setSize((before) =>
        before?.columns === columns && before.height === host.clientHeight
          ? before
          : { columns, height: host.clientHeight },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(host)
    return () => observer.disconnect()
  }, [])
  const onScroll = useCallback(() => {
    const line = Math.floor((scroller.current?.scrollTop ?? 0) / LINE_HEIGHT)
    setTop(line - (line % (SPARE_LINES / 2)))
  }, [])
  const scrollToLine = useCallback((line: number) => {
    const host = scroller.current
    if (host === null) return
    const from = line * LINE_HEIGHT
    if (from < host.scrollTop) host.scrollTop = from
    else if (from + LINE_HEIGHT > host.scrollTop + host.clientHeight) {
      host.scrollTop = from + LINE_HEIGHT - host.clientHeight
    }
  }, [])
  const first = Math.max(0, top - SPARE_LINES)
  const { columns, height } = size ?? ASSUMED
  const last = size === null ? 0 : top + Math.ceil(height / LINE_HEIGHT) + SPARE_LINES + SPARE_LINES / 2
  return { scroller, columns, height, first, last, onScroll, scrollToLine }
}

const PADDING = 16

/** Width of one column in pixels, measured on the font that is in use. */
function columnWidth(host: HTMLElement): number {
  const probe = document.createElement('span')
  probe.className = 'token-probe'
  probe.textContent = '0'.repeat(100)
  host.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width > 0 ? width / 100 : 7.3
}
