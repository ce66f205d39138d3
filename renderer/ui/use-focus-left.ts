import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * When an element goes and takes the focus with it, the focus goes on to another one: without that, keys and screen
 * readers would begin again at the top of the page. `next` is asked while everything still stands, and what it returns
 * afterwards. Nothing happens when the focus is elsewhere.
 */
export function useFocusLeft(
  element: RefObject<HTMLElement | null>,
  next: (held: HTMLElement) => () => HTMLElement | null | undefined,
): void {
  const latest = useRef(next)
  useLayoutEffect(() => {
    latest.current = next
  })
  useLayoutEffect(() => {
    const held = element.current
    return () => {
      if (held === null || !held.contains(document.activeElement)) return
      const find = latest.current(held)
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost) find()?.focus({ preventScroll: true })
      })
    }
  }, [element])
}

/** For `useFocusLeft`: the first match beside the element that goes. */
export function besideIt(selector: string): (held: HTMLElement) => () => HTMLElement | null | undefined {
  return ({ parentElement }) =>
    () =>
      parentElement?.querySelector<HTMLElement>(selector)
}
