import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import type { CommandId } from '../../../shared/desktop/commands.ts'
import { commandOf } from '../desktop/command-keys.ts'
import { navigate } from '../hash-location.ts'
import { viewNames, viewPath } from '../views.ts'
import { whenIdle } from '../when-idle.ts'
import type { ShownDialog } from './command.ts'

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}))
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))
const DiagnosticsDialog = lazy(async () => ({
  default: (await import('../desktop/diagnostics-dialog.tsx')).DiagnosticsDialog,
}))
const DesktopHost = lazy(async () => {
  await whenIdle()
  return { default: (await import('../desktop/desktop-host.tsx')).DesktopHost }
})

/** Hears the keys of all commands, and shows what they open. What most commands do comes with `DesktopHost`, later. */
export function PaletteHost(): ReactNode {
  const [shown, show] = useState<ShownDialog | null>(null)
  const [wanted, want] = useState<readonly CommandId[]>([])
  const run = useCallback((command: CommandId) => want((before) => [...before, command]), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === null) return
      event.preventDefault()
      const view = viewNames.find((name) => command === `view-${name}`)
      if (view !== undefined) navigate(viewPath(view))
      else if (command === 'palette' || command === 'shortcuts') show(command)
      else run(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [run])
  const taken = useCallback((count: number) => want((before) => before.slice(count)), [])
  const close = () => show(null)
  return (
    <>
      <Suspense fallback={null}>
        <DesktopHost wanted={wanted} taken={taken} show={show} />
      </Suspense>
      <Suspense fallback={null}>
        {shown === 'palette' && <CommandPalette onClose={close} run={run} />}
        {shown === 'shortcuts' && <ShortcutSheet onClose={close} />}
        {shown === 'diagnostics' && <DiagnosticsDialog onClose={close} />}
      </Suspense>
    </>
  )
}
