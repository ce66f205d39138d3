import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { followsAfter } from './scroll-place.ts'

/**
 * Keeps a scrolling element at its end while its content grows, until the reader scrolls up. `content` is anything
 * whose change may have made it grow.
 */
export function useFollowEnd(content: unknown): {
  ref: RefObject<HTMLDivElement | null>
  follows: boolean
  onScroll: () => void
  toEnd: () => void
  /** The reader looks at another place: what grows does not pull there. */
  letGo: () => void
} {
  const ref = useRef<HTMLDivElement>(null)
  const before = useRef(0)
  const following = useRef(true)
  const [follows, setFollows] = useState(true)

  const goToEnd = useCallback(() => {
    const element = ref.current
    if (element === null || !following.current) return
    element.scrollTop = element.scrollHeight
    before.current = element.scrollTop
  }, [])
  const setFollowing = (next: boolean) => {
    following.current = next
    setFollows(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changed may have moved the end
  useLayoutEffect(goToEnd, [content, goToEnd])
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(goToEnd)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [goToEnd])

  return {
    ref,
    follows,
    onScroll: () => {
      const element = ref.current
      if (element === null) return
      setFollowing(followsAfter(following.current, element, before.current))
      before.current = element.scrollTop
    },
    letGo: () => setFollowing(false),
    toEnd: () => {
      setFollowing(true)
      goToEnd()
    },
  }
}
