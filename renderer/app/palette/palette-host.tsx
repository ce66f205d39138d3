import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}))
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

type Shown = 'nothing' | 'palette' | 'shortcuts'

/** Opens the command palette with Ctrl+K (Command on macOS) and the list of shortcuts with `?`. */
export function PaletteHost(): ReactNode {
  const [shown, show] = useState<Shown>('nothing')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = wantedBy(event)
      if (wanted === null) return
      event.preventDefault()
      show(wanted)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const close = () => show('nothing')
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <CommandPalette onClose={close} showShortcuts={() => show('shortcuts')} />}
      {shown === 'shortcuts' && <ShortcutSheet onClose={close} />}
    </Suspense>
  )
}

function wantedBy(event: KeyboardEvent): Shown | null {
  if (event.defaultPrevented || event.altKey || event.isComposing) return null
  const modified = event.ctrlKey || event.metaKey
  if (modified && !event.shiftKey && event.key.toLowerCase() === 'k') return 'palette'
  return !modified && event.key === '?' && !isTyping(event.target) ? 'shortcuts' : null
}

/** Where a question mark is a question mark. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}
