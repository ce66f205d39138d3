import { useEffect, useRef, useState } from 'react'
import { beforeLeaving } from '../../app/hash-location.ts'
import { useAddressState } from '../../app/use-address-state.ts'

/** After the last key press (ms): the browser drops address changes that come faster than about seven a second. */
const WRITE_AFTER_MS = 250

/** The search text: at once on screen, a little later in the address, and from the address when Back changes it. */
export function useSearchText(): [string, (text: string) => void] {
  const { state, change } = useAddressState()
  const inAddress = state.get('q') ?? ''
  const [text, setText] = useState(inAddress)
  const written = useRef(inAddress)
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setText(inAddress)
  }, [inAddress])
  useEffect(() => {
    if (text === written.current) return
    const write = () => {
      written.current = text
      change({ q: text }, { replace: true })
    }
    const timer = setTimeout(write, WRITE_AFTER_MS)
    const stay = beforeLeaving(write)
    return () => {
      clearTimeout(timer)
      stay()
    }
  }, [text, change])
  return [text, setText]
}
