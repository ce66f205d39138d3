import type { DesktopService } from '../services/desktop.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export type DesktopParts = Pick<DesktopService, 'setMenu' | 'events'>

export function desktopRoutes({ desktop: os }: Implementer, desktop: DesktopParts) {
  return os.router({
    setMenu: os.setMenu.handler(({ input }) => {
      desktop.setMenu(input)
      return {}
    }),
    events: os.events.handler(({ signal }) => disposable(desktop.events(signal))),
  })
}
