/** How far outside the scrolling area something still counts as near: so many of its heights, above and below. */
const NEAR = '300% 0px'

/** Told whenever the element comes near the part that is seen, or leaves it; `height` is its own then, in px. */
type PlaceListener = (near: boolean, height: number) => void

/** Tells which elements of one scrolling area are near the part of it that is seen. */
export type PlaceWatch = {
  /** Returns what ends it. */
  watch(element: Element, listener: PlaceListener): () => void
}

/** All elements that are watched must lie in the same scrolling area; it is looked for when the first one comes. */
export function createPlaceWatch(): PlaceWatch {
  const listeners = new Map<Element, PlaceListener>()
  let observer: IntersectionObserver | null = null
  return {
    watch(element, listener) {
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            listeners.get(target)?.(isIntersecting, boundingClientRect.height)
          }
        },
        { root: scrollingAreaOf(element), rootMargin: NEAR },
      )
      listeners.set(element, listener)
      observer.observe(element)
      return () => {
        listeners.delete(element)
        observer?.unobserve(element)
        if (listeners.size > 0) return
        observer?.disconnect()
        observer = null
      }
    },
  }
}

function scrollingAreaOf(element: Element): Element | null {
  for (let area = element.parentElement; area !== null; area = area.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(area).overflowY)) return area
  }
  return null
}
