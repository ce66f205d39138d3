import './desktop.css'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, isCommandId } from '../../../shared/desktop/commands.ts'
import { loadMessages } from '../../messages/index.ts'
import { useRpc } from '../../rpc.ts'
import { navigate } from '../hash-location.ts'
import type { ShownDialog } from '../palette/command.ts'
import { usePreferences } from '../use-preferences.ts'
import { DesktopNotice, type Notice } from './desktop-notice.tsx'
import { menuContents } from './menu-contents.ts'
import type { Registry } from './registry.ts'
import { useNotedRecent, useRecent } from './use-recent.ts'
import { useRegistry } from './use-registry.ts'

await loadMessages('desktop')

type DesktopHostProps = {
  /** Commands whose keys were pressed, in order; `taken` says how many of them were run. */
  wanted: readonly CommandId[]
  taken: (count: number) => void
  show: (dialog: ShownDialog) => void
}

/** Joins the page to the desktop: menus that do what the palette does, keys, and what was used last. */
export function DesktopHost({ wanted, taken, show }: DesktopHostProps): ReactNode {
  const [notice, setNotice] = useState<Notice | null>(null)
  const run = useRun(useRegistry(show), setNotice)
  useNotedRecent()
  useMenu()
  useMenuChoices(run)
  useEffect(() => {
    if (wanted.length === 0) return
    for (const command of wanted) run(command)
    taken(wanted.length)
  }, [wanted, taken, run])
  return notice === null ? null : <DesktopNotice notice={notice} onClose={() => setNotice(null)} />
}

function useRun(registry: Registry, tell: (notice: Notice) => void): (command: CommandId) => void {
  return useCallback(
    (command) => {
      const work = async () => registry[command]()
      work().then(
        (told) => {
          if (told !== null) tell({ kind: 'told', told })
        },
        (error: unknown) => tell({ kind: 'failed', error }),
      )
    },
    [registry, tell],
  )
}

/** Tells the menus what to show, now and whenever it changes. */
function useMenu(): void {
  const { t } = useTranslation(['desktop', 'app'])
  const { client } = useRpc()
  const { preferences } = usePreferences()
  const recent = useRecent()
  const contents = useMemo(() => menuContents(t, recent, preferences), [t, recent, preferences])
  const text = JSON.stringify(contents)
  const told = useRef('')
  useEffect(() => {
    if (told.current === text) return
    told.current = text
    void client.desktop.setMenu(contents).catch(() => undefined)
  }, [client, contents, text])
}

/** Does what is chosen in the menus as long as the page lives. */
function useMenuChoices(run: (command: CommandId) => void): void {
  const { client } = useRpc()
  useEffect(() => {
    const left = new AbortController()
    const listen = async () => {
      for await (const event of await client.desktop.events(undefined, { signal: left.signal })) {
        if (event.kind === 'open') navigate(event.address)
        else if (isCommandId(event.command)) run(event.command)
      }
    }
    // The stream ends with the page or with the main process: there is nothing to say then.
    void listen().catch(() => undefined)
    return () => left.abort()
  }, [client, run])
}
