import { join } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { APP_ID } from './app/app-id.ts'
import { createAppLanguage } from './app/app-language.ts'
import { declareAppScheme, serveApp } from './app/app-protocol.ts'
import { chooseDataFolder } from './app/data-folder.ts'
import { developmentPage } from './app/development-page.ts'
import { closeSession, lockDown } from './app/lockdown.ts'
import { setFirstMenu } from './app/menu.ts'
import { allowQuickStart } from './app/quick-start.ts'
import { reportBug, reportStrayErrors } from './app/report-bug.ts'
import { firstViewOf, readSavedView } from './app/saved-view.ts'
import { isOnlyInstance } from './app/single-instance.ts'
import { takeEnvironment } from './app/take-environment.ts'
import { openWindow, showWhenPainted } from './app/window.ts'
import { speak } from './app/words/words.ts'
import { loadServices } from './load-services.ts'
import { acceptPagePort } from './rpc/connection.ts'

const environment = takeEnvironment()
const dataFolder = chooseDataFolder()
const development = developmentPage()
const developmentOrigin = development?.origin ?? null
let window: BrowserWindow | null = null

reportStrayErrors()
if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
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

/** A page that is never asked for must still find the app at work (ms). */
const LONGEST_WAIT_MS = 1_500

/**
 * The window first: while its process starts, ours loads the services, opens the database and puts all together, in
 * turns so short that the page is handed its files in between. A page that asks sooner waits in its port; the window is
 * shown when there is something to show.
 */
async function start(): Promise<void> {
  closeSession(developmentOrigin)
  const first = firstViewOf(readSavedView(dataFolder))
  let chosenLanguage = () => first.language
  const language = createAppLanguage(() => chosenLanguage())
  speak(() => language.ofPage().shown)
  const pageServed = serveApp(join(import.meta.dirname, '../renderer'), language.ofPage)
  const opened = openWindow(first, development?.url ?? null)
  window = opened
  const late = new Promise((resolve) => setTimeout(resolve, development ? 0 : LONGEST_WAIT_MS))
  const starting = Promise.race([pageServed, late])
    .then(loadServices)
    .then((startServices) => startServices({ environment, dataFolder, window: () => window }))
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
  const started = await starting
  if (started === null) return
  chosenLanguage = started.language
  showWhenPainted(opened)
  setFirstMenu()
}
