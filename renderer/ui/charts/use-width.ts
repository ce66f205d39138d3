import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Before anything is laid out, and where nothing ever is. */
const ASSUMED_WIDTH = 640

/** The width of an element in CSS pixels, followed as it changes. A drawing never has to be measured twice. */
export function useWidth<Host extends HTMLElement>(): { ref: RefObject<Host | null>; width: number } {
  const ref = useRef<Host>(null)
  const [width, setWidth] = useState(ASSUMED_WIDTH)
  useLayoutEffect(() => {
    const host = ref.current
    if (host === null) return
    const measure = () => {
      const { width } = host.getBoundingClientRect()
      if (width > 0) setWidth(Math.floor(width))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(host)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
