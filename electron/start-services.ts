import type { BrowserWindow } from 'electron'
import { askBeforeClose } from './app/ask-before-close.ts'
import { backUpLater } from './app/back-up-later.ts'
import { beforeSleep } from './app/before-sleep.ts'
import { quitInOrder } from './app/quit-in-order.ts'
import { refuseNewerStorage } from './app/refuse-newer-storage.ts'
import { reportBug } from './app/report-bug.ts'
import type { Environment } from './app/take-environment.ts'
import type { ViewStore } from './app/view-store.ts'
import { composeServices } from './compose-services.ts'
import { createRouter } from './rpc/router.ts'
import { type PagePort, serveRouter } from './rpc/serve.ts'
import { openStorage } from './storage/open-storage.ts'

export type Start = {
  environment: Environment
  dataFolder: string
  view: ViewStore
  window: () => BrowserWindow | null
}

/** The app at work: answers what comes over the port of a page. */
export type Started = { serve(port: PagePort): void }

/**
 * Opens the database and puts the services together. `null`: the data belongs to a newer version, and the app is about
 * to end. A chunk of its own: the window is on its way before this is even loaded.
 */
export function startServices({ environment, dataFolder, view, window }: Start): Started | null {
  const storage = openStorage({ folder: dataFolder, now: Date.now, onUnreadableRow: reportUnreadableRow })
  if (storage.kind === 'newer') {
    refuseNewerStorage(storage, dataFolder)
    return null
  }
  const parts = composeServices({ storage, environment, dataFolder, view, window })
  const { services, tend, suspend, finish, underWay } = parts
  const router = createRouter(services, reportBug)
  quitInOrder(finish)
  askBeforeClose(window(), underWay)
  beforeSleep(suspend)
  backUpLater(storage, tend, reportBug)
  return { serve: (port) => serveRouter(router, port, reportBug) }
}

function reportUnreadableRow({ table }: { table: string }): void {
  reportBug('storage', new Error(`a row of ${table} could not be read and was left out`))
}
