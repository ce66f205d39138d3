import { join } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { createAppLanguage } from './app/app-language.ts'
import { declareAppScheme, serveApp } from './app/app-protocol.ts'
import { chooseDataFolder } from './app/data-folder.ts'
import { developmentPage } from './app/development-page.ts'
import { closeSession, lockDown } from './app/lockdown.ts'
import { setMenu } from './app/menu.ts'
import { allowQuickStart } from './app/quick-start.ts'
import { reportBug, reportStrayErrors } from './app/report-bug.ts'
import { isOnlyInstance } from './app/single-instance.ts'
import { takeEnvironment } from './app/take-environment.ts'
import { createViewStore } from './app/view-store.ts'
import { openWindow, showWhenPainted } from './app/window.ts'
import { acceptPagePort } from './rpc/connection.ts'

const environment = takeEnvironment()
const dataFolder = chooseDataFolder()
const development = developmentPage()
const developmentOrigin = development?.origin ?? null
let window: BrowserWindow | null = null

reportStrayErrors()
allowQuickStart()
Menu.setApplicationMenu(null)
declareAppScheme()
lockDown(developmentOrigin)

if (isOnlyInstance(() => window)) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => reportBug('start', error))
} else {
  app.exit(0)
}

/** A page that never asks for its scripts must still find the app at work (ms). */
const LONGEST_WAIT_MS = 1_500

/**
 * The window first: once its process has what it needs to start, ours loads the services, opens the database and puts
 * all together. A page that asks sooner waits in its port; the window is shown when there is something to show.
 */
async function start(): Promise<void> {
  closeSession(developmentOrigin)
  const view = createViewStore(dataFolder)
  const language = createAppLanguage(() => view.read().language)
  const scriptsServed = serveApp(join(import.meta.dirname, '../renderer'), language.ofPage)
  const opened = openWindow(view, development?.url ?? null)
  window = opened
  const late = new Promise((resolve) => setTimeout(resolve, development ? 0 : LONGEST_WAIT_MS))
  const starting = Promise.race([scriptsServed, late])
    .then(() => import('./start-services.ts'))
    .then(({ startServices }) => startServices({ environment, dataFolder, view, window: () => window }))
  acceptPagePort(
    () => window,
    developmentOrigin,
    (port) => {
      void starting.then((services) => {
        services?.serve(port)
        port.start()
      })
    },
  )
  if ((await starting) === null) return
  showWhenPainted(opened)
  setMenu()
}
