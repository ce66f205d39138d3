import { type RefObject, useEffect } from 'react'

/** Calls `onPress` for a press of the pointer outside of the frame, while `active`. */
export function usePressOutside(
  frame: RefObject<HTMLElement | null>,
  active: boolean,
  onPress: () => void,
): void {
  useEffect(() => {
    if (!active) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && frame.current?.contains(event.target) === false) onPress()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [frame, active, onPress])
}
