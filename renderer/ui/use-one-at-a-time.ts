import { useRef } from 'react'

/** Runs what a press begins; a second press before that has come to its end does nothing. */
export function useOneAtATime(): (act: () => Promise<void>) => Promise<void> {
  const running = useRef(false)
  return async (act) => {
    if (running.current) return
    running.current = true
    try {
      await act()
    } finally {
      running.current = false
    }
  }
}
