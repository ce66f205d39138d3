import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { apiFetch } from './app/api-fetch.ts'
import { offerContextMenu } from './app/context-menu.ts'
import { createHabits } from './app/desktop-habits.ts'
import { setMenu, zoomByWheel } from './app/menu.ts'
import { createAnswerNotifier } from './app/notify-answer.ts'
import { openFolder } from './app/open-folder.ts'
import { releasesAddress } from './app/releases-address.ts'
import { reportBug } from './app/report-bug.ts'
import { appVersion, runtimeFacts } from './app/runtime-facts.ts'
import { createTrayPlace } from './app/tray.ts'
import type { ViewStore } from './app/view-store.ts'
import { keepZoom } from './app/window-zoom.ts'
import { clock, type Logging } from './compose-log.ts'
import type { PreferencesService } from './rpc/preferences-routes.ts'
import type { CareService } from './services/care.ts'
import type { ConnectionService } from './services/connection.ts'
import { createDesktop, type DesktopService } from './services/desktop.ts'
import { createDiagnostics } from './services/diagnostics.ts'
import { createLicences } from './services/licences.ts'
import { createUpdates } from './services/updates.ts'
import type { OpenStorage } from './storage/open-storage.ts'
import { createFetchText } from './xai/fetch-text.ts'

export type DesktopParts = {
  storage: OpenStorage
  window: () => BrowserWindow | null
  view: ViewStore
  logging: Logging
  care: Pick<CareService, 'read'>
  connection: Pick<ConnectionService, 'status'>
}

/** Puts together what stands around the page on a desktop: menus, tray, notifications, the log and its report. */
export function composeDesktop({ storage, window, view, logging, care, connection }: DesktopParts) {
  const { log, redact, folder } = logging
  const tray = createTrayPlace(window)
  const words = () => desktop.contents()?.words ?? null
  const habits = createHabits({ window, tray, reportBug, words: () => trayWords(words()) })
  const desktop: DesktopService = createDesktop({
    showMenu(contents) {
      setMenu(contents, desktop)
      // Its words have come, perhaps in another language.
      tray.set(view.read().tray, trayWords(contents.words))
    },
  })
  zoomByWheel(window(), desktop)
  keepZoom(window(), () => view.read().zoom)
  offerContextMenu(window(), words)
  habits(view.read(), null)
  const updates = createUpdates({
    ...{ address: releasesAddress(), version: appVersion(), settings: storage.settings, clock, log },
    fetchText: createFetchText(apiFetch),
    isDaily: () => view.read().checkUpdates,
  })
  return {
    services: {
      desktop,
      diagnostics: createDiagnostics({
        ...{ storage, log, clock, redact, care: care.read, connections: connection.status },
        runtime: () => runtimeFacts(storage.engine.version),
        openLogFolder: () => openFolder(folder),
      }),
      licences: createLicences(() => readFile(join(import.meta.dirname, 'licences.json'), 'utf8')),
      updates,
      preferences: preferencesOver(view, habits),
    },
    answered: createAnswerNotifier(window, () => view.read().notifyAnswers, words),
    /** While the window goes to the tray instead of closing, nothing is lost by it. */
    hidesOnClose: tray.isThere,
    checkUpdates: updates.checkIfDue,
  }
}

function preferencesOver(view: ViewStore, habits: ReturnType<typeof createHabits>): PreferencesService {
  return {
    read: view.read,
    change(change) {
      const before = view.read()
      const now = view.change(change)
      habits(now, before)
      return now
    },
  }
}

/** Before the page has said its words the names of the app have to do. */
function trayWords(words: Readonly<Record<'show-window' | 'quit', string>> | null) {
  return { show: words?.['show-window'] ?? 'Tokenbook', quit: words?.quit ?? 'Quit' }
}
