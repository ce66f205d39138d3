import { useEffect } from 'react'
import { navigate } from './hash-location.ts'
import { viewNames, viewPath } from './views.ts'

/** Ctrl+1 … Ctrl+7 (Command on macOS) open the views in the order of their links. */
export function useViewShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      const view = viewNames[Number(event.key) - 1]
      if (view === undefined) return
      event.preventDefault()
      navigate(viewPath(view))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
