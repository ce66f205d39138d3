import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Whether a panel that opens below its button has to open above it, because what scrolls around it would cut it off
 * below and there is more room above. Measured once, before it is painted.
 */
export function useOpensUp(panel: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [opensUp, setOpensUp] = useState(false)
  useLayoutEffect(() => {
    const { current } = panel
    if (!isOpen || current === null) return setOpensUp(false)
    const button = current.parentElement?.getBoundingClientRect() ?? current.getBoundingClientRect()
    const clip = clipOf(current).getBoundingClientRect()
    const isCut = current.getBoundingClientRect().bottom > clip.bottom
    setOpensUp(isCut && button.top - clip.top > clip.bottom - button.bottom)
  }, [panel, isOpen])
  return opensUp
}

/** The nearest element around that cuts off what sticks out of it; the page itself when there is none. */
function clipOf(element: HTMLElement): Element {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowY)) return around
  }
  return document.documentElement
}
