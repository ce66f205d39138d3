import { useEffect } from 'react'
import { labelOf } from './explained-by.ts'
import type { NumberTerm } from './number-term.ts'

/** Tells which kind of number is pointed at, focused or pressed anywhere outside `panel`. Nothing else changes by it. */
export function usePointedNumber(
  panel: React.RefObject<HTMLElement | null>,
  onPointed: (term: NumberTerm) => void,
): void {
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (!(target instanceof Element) || panel.current?.contains(target) === true) return
      const label = labelOf(target)
      if (label !== null) onPointed(label.term)
    }
    const kinds = ['pointerover', 'focusin', 'click'] as const
    for (const kind of kinds) document.addEventListener(kind, look, { passive: true, capture: true })
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, look, { capture: true })
    }
  }, [panel, onPointed])
}
