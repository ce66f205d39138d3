import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that keeps its identity and always does what the latest render says: memoised children stay as they are. */
export function useStable<Arguments extends readonly unknown[], Result>(
  latest: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const held = useRef(latest)
  useLayoutEffect(() => {
    held.current = latest
  })
  return useCallback((...given: Arguments) => held.current(...given), [])
}
