import type { BrowserWindow } from 'electron'
import { setMenu, zoomByWheel } from './app/menu.ts'
import { openFolder } from './app/open-folder.ts'
import { runtimeFacts } from './app/runtime-facts.ts'
import type { ViewStore } from './app/view-store.ts'
import { keepZoom } from './app/window-zoom.ts'
import { clock, type Logging } from './compose-log.ts'
import type { CareService } from './services/care.ts'
import type { ConnectionService } from './services/connection.ts'
import { createDesktop, type DesktopService } from './services/desktop.ts'
import { createDiagnostics } from './services/diagnostics.ts'
import type { OpenStorage } from './storage/open-storage.ts'

export type DesktopParts = {
  storage: OpenStorage
  window: () => BrowserWindow | null
  view: ViewStore
  logging: Logging
  care: Pick<CareService, 'read'>
  connection: Pick<ConnectionService, 'status'>
}

/** Puts together what stands around the page on a desktop: menus, the log, its report. */
export function composeDesktop({ storage, window, view, logging, care, connection }: DesktopParts) {
  const { log, redact, folder } = logging
  const desktop: DesktopService = createDesktop({ showMenu: (contents) => setMenu(contents, desktop) })
  zoomByWheel(window(), desktop)
  keepZoom(window(), () => view.read().zoom)
  return {
    desktop,
    diagnostics: createDiagnostics({
      ...{ storage, log, clock, redact, care: care.read, connections: connection.status },
      runtime: () => runtimeFacts(storage.engine.version),
      openLogFolder: () => openFolder(folder),
    }),
  }
}
