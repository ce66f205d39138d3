import { useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

let wasQuiet = false

/** Whether the page has had its first quiet moment: for what must not hold up the first row. */
export function useFirstQuiet(): boolean {
  const [quiet, setQuiet] = useState(wasQuiet)
  useEffect(() => {
    if (quiet) return
    let left = false
    void whenIdle().then(() => {
      wasQuiet = true
      if (!left) setQuiet(true)
    })
    return () => {
      left = true
    }
  }, [quiet])
  return quiet
}
