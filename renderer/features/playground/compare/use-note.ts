import { useEffect, useRef, useState } from 'react'

/**
 * A note as it is typed. `keep` has it when the box is left, and also when the box goes while it is being written, such
 * as by a key that opens another view.
 */
export function useNote(
  kept: string,
  keep: (text: string) => void,
): { note: string; change: (text: string) => void; leave: () => void } {
  const [note, change] = useState(kept)
  const leave = () => {
    if (note !== kept) keep(note)
  }
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])
  return { note, change, leave }
}
