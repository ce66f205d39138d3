import { join } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { declareAppScheme, serveApp } from './app/app-protocol.ts'
import { backUpLater } from './app/back-up-later.ts'
import { chooseDataFolder } from './app/data-folder.ts'
import { developmentPage } from './app/development-page.ts'
import { closeSession, lockDown } from './app/lockdown.ts'
import { setMenu } from './app/menu.ts'
import { quitInOrder } from './app/quit-in-order.ts'
import { refuseNewerStorage } from './app/refuse-newer-storage.ts'
import { reportBug, reportStrayErrors } from './app/report-bug.ts'
import { isOnlyInstance } from './app/single-instance.ts'
import { takeEnvironment } from './app/take-environment.ts'
import { createViewStore } from './app/view-store.ts'
import { openWindow } from './app/window.ts'
import { composeServices } from './compose-services.ts'
import { acceptPagePort } from './rpc/connection.ts'
import { createRouter } from './rpc/router.ts'
import { serveRouter } from './rpc/serve.ts'
import { openStorage } from './storage/open-storage.ts'

const environment = takeEnvironment()
const dataFolder = chooseDataFolder()
const development = developmentPage()
let window: BrowserWindow | null = null

reportStrayErrors()
Menu.setApplicationMenu(null)
declareAppScheme()
lockDown(development?.origin ?? null)

if (isOnlyInstance(() => window)) void app.whenReady().then(start)
else app.exit(0)

/** The window's own process starts beside ours; the services are ready before its first message arrives. */
function start(): void {
  closeSession(development?.origin ?? null)
  serveApp(join(import.meta.dirname, '../renderer'))
  const storage = openStorage({ folder: dataFolder, now: Date.now, onUnreadableRow: reportUnreadableRow })
  if (storage.kind === 'newer') {
    refuseNewerStorage(storage, dataFolder)
    return
  }
  const view = createViewStore(dataFolder)
  window = openWindow(view, development?.url ?? null)
  const { services, finish } = composeServices({
    storage,
    environment,
    dataFolder,
    view,
    window: () => window,
  })
  const router = createRouter(services, reportBug)
  acceptPagePort(
    () => window,
    development?.origin ?? null,
    (port) => serveRouter(router, port, reportBug),
  )
  setMenu()
  quitInOrder(finish)
  backUpLater(storage, reportBug)
}

function reportUnreadableRow({ table }: { table: string }): void {
  reportBug('storage', new Error(`a row of ${table} could not be read and was left out`))
}
