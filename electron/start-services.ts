import type { BrowserWindow } from 'electron'
import type { Language } from '../shared/language/language.ts'
import { askBeforeClose } from './app/ask-before-close.ts'
import { backUpLater } from './app/back-up-later.ts'
import { beforeSleep } from './app/before-sleep.ts'
import { logCrashes } from './app/log-crashes.ts'
import { nextTurn } from './app/next-turn.ts'
import { quitInOrder } from './app/quit-in-order.ts'
import { refuseNewerStorage } from './app/refuse-newer-storage.ts'
import { reportBug, reportBugsTo } from './app/report-bug.ts'
import { runtimeFacts } from './app/runtime-facts.ts'
import type { Environment } from './app/take-environment.ts'
import { createViewStore } from './app/view-store.ts'
import { rememberBounds } from './app/window.ts'
import { composeLog } from './compose-log.ts'
import { composeServices } from './compose-services.ts'
import { createRouter } from './rpc/router.ts'
import { closedPort, type PagePort, serveRouter } from './rpc/serve.ts'
import type { Log } from './services/log.ts'
import { type OpenStorage, openStorage } from './storage/open-storage.ts'
// Bundled for itself: a thread has no `electron`, which the other files of the main process ask for.
import threadFile from './storage/thread/storage-thread.ts?modulePath'

export type Start = {
  environment: Environment
  dataFolder: string
  window: () => BrowserWindow | null
}

/** The app at work: answers what comes over the port of a page. */
export type Started = {
  serve(port: PagePort): void
  /** The one chosen now. */
  language(): Language | 'system'
}

/**
 * Opens the database and puts the services together. `null`: the data belongs to a newer version, and the app is about
 * to end. A chunk of its own: the window is on its way before this is even loaded.
 */
export async function startServices({ environment, dataFolder, window }: Start): Promise<Started | null> {
  await nextTurn()
  const logging = composeLog(dataFolder)
  const { log } = logging
  reportBugsTo(log, logging.redact)
  const storage = openStorage({
    folder: dataFolder,
    now: Date.now,
    onUnreadableRow: reportUnreadableRow,
    threadFile,
    onBrokenThread: (error) => reportBug('storage thread', error),
  })
  if (storage.kind === 'newer') {
    refuseNewerStorage(storage, dataFolder)
    return null
  }
  await nextTurn()
  const view = createViewStore(dataFolder)
  rememberBounds(window(), view.saveBounds)
  const parts = composeServices({ storage, environment, dataFolder, view, window, logging })
  logStart(log, storage)
  logCrashes(log, window())
  const { services, tend, suspend, finish, underWay } = parts
  await nextTurn()
  const router = createRouter(services, reportBug)
  let pageGone = Promise.resolve()
  quitInOrder({
    pageGone: () => pageGone,
    async finish() {
      log.write('info', 'quit')
      await Promise.all([finish(), view.saved()])
    },
  })
  askBeforeClose(window(), underWay)
  beforeSleep(() => {
    log.write('info', 'suspend')
    suspend()
  })
  backUpLater(storage, tend, reportBug)
  await nextTurn()
  // Undici is loaded when one of its globals is first read: here, rather than when the page waits for its first answer.
  void globalThis.FormData
  return {
    serve(port) {
      pageGone = closedPort(port)
      serveRouter(router, port, reportBug)
    },
    language: () => view.read().language,
  }
}

/** What somebody who reads the log has to know before all else. */
function logStart(log: Log, { engine, state, schema }: OpenStorage): void {
  log.write('info', 'start', { versions: runtimeFacts(engine.version) })
  log.write(state.kind === 'ok' ? 'info' : 'error', 'storage', { ...state, schema: schema.now })
  if (schema.found !== null && schema.found < schema.now) {
    log.write('info', 'migration', { from: schema.found, to: schema.now })
  }
}

function reportUnreadableRow({ table }: { table: string }): void {
  reportBug('storage', new Error(`a row of ${table} could not be read and was left out`))
}
