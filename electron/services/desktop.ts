import type { DesktopEvent, MenuContents } from '../../shared/contract/desktop.ts'
import type { CommandId } from '../../shared/desktop/commands.ts'
import { createLatestEvents } from './latest-events.ts'

export type DesktopPorts = {
  /** Shows the menus; what is chosen in them comes back through `run` and `open`. */
  showMenu(contents: MenuContents): void
}

export type DesktopService = {
  setMenu(contents: MenuContents): void
  /** What was last told, for whoever needs its words; `null` before the page has said any. */
  contents(): MenuContents | null
  /** Everything that is chosen from now on, each once, in order. */
  events(signal: AbortSignal | undefined): AsyncIterableIterator<DesktopEvent>
  run(command: CommandId): void
  open(address: string): void
}

/** Between the menus of the system and the page: the page names what there is, the person chooses, the page does it. */
export function createDesktop({ showMenu }: DesktopPorts): DesktopService {
  let shown: { contents: MenuContents; text: string } | null = null
  let count = 0
  // Each choice is one of its own: zooming in twice is not the same as once.
  const events = createLatestEvents<DesktopEvent>(() => {
    count += 1
    return String(count)
  })
  return {
    setMenu(contents) {
      const text = JSON.stringify(contents)
      if (shown?.text === text) return
      shown = { contents, text }
      showMenu(contents)
    },
    contents: () => shown?.contents ?? null,
    events: (signal) => events.listen(signal),
    run: (command) => events.publish({ kind: 'command', command }),
    open: (address) => events.publish({ kind: 'open', address }),
  }
}
