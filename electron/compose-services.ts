import { randomUUID } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import { createAbout } from './app/about.ts'
import { apiFetch } from './app/api-fetch.ts'
import { reportBug } from './app/report-bug.ts'
import { createSecretBox } from './app/safe-storage.ts'
import { createPathChooser } from './app/save-file.ts'
import type { Environment } from './app/take-environment.ts'
import type { ViewStore } from './app/view-store.ts'
import { applyWindowTheme } from './app/window-theme.ts'
import type { Services } from './rpc/router.ts'
import { createChatService } from './services/chat.ts'
import { composeCatalog } from './services/compose-catalog.ts'
import { createConnectionService } from './services/connection.ts'
import { createEstimatesService } from './services/estimates.ts'
import { createExportService } from './services/exports.ts'
import { createKeyFactsService } from './services/key-facts.ts'
import type { Clock } from './services/ports.ts'
import { createTokensService } from './services/tokens.ts'
import { createVault } from './services/vault.ts'
import type { OpenStorage } from './storage/open-storage.ts'
import { writeUserFile } from './storage/user-file.ts'
import { createWeakBox } from './storage/weak-box.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './xai/base-url.ts'
import { createStreamChat } from './xai/chat-completions.ts'
import { createWire } from './xai/wire.ts'

export type Parts = {
  storage: OpenStorage
  environment: Environment
  dataFolder: string
  view: ViewStore
  window: () => BrowserWindow | null
}

/** What the app is made of, and how it ends. */
export type Composition = { services: Services; finish(): Promise<void> }

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** The tokens of a text of 4 MB, about 80 bytes each (reference 4). */
const TOKEN_ANSWER_BYTES = 128 * 1024 * 1024

/** Puts the services together with the real network, clock, keyring and disk. */
export function composeServices({ storage, environment, dataFolder, view, window }: Parts): Composition {
  const network = { fetch: apiFetch, clock, random: Math.random }
  const wire = createWire(network)
  const demo = createDemo()
  const vault = createVault({
    store: storage.keys,
    box: createSecretBox(),
    weakBox: createWeakBox(dataFolder),
    now: clock.now,
    environmentKey: environmentKeyOf(environment, storage),
  })
  const connection = createConnectionService({
    settings: storage.settings,
    vault,
    environment,
    parseBaseUrl,
    demo: demo.start,
  })
  const catalog = composeCatalog({ wire, connection, clock, storage })
  const estimates = createEstimatesService({
    store: storage.estimates,
    connection,
    catalog,
    clock,
    reportBug,
  })
  const chat = createChatService({
    streamChat: createStreamChat(network),
    connection,
    catalog,
    store: storage.chats,
    clock,
    uuid: randomUUID,
    reportBug,
    onFinal: estimates.learnFromRequest,
  })
  const tokens = createTokensService({
    wire: createWire({ ...network, limits: { jsonBytes: TOKEN_ANSWER_BYTES } }),
    connection,
    estimates,
    clock,
  })
  return {
    services: {
      about: createAbout({ dataFolder, sqlite: storage.engine.version, storage: storage.state, window }),
      catalog,
      chat,
      connection,
      estimates,
      exports: createExportService({ choosePath: createPathChooser(window), writeFile: writeUserFile }),
      keyFacts: createKeyFactsService({ wire, connection, clock }),
      tokens,
      preferences: {
        read: view.read,
        change(change) {
          const preferences = view.change(change)
          applyWindowTheme(preferences.theme)
          return preferences
        },
      },
    },
    async finish() {
      await chat.shutdown()
      storage.close()
      await demo.stop()
    },
  }
}

/** The key of the environment belongs to the base URL that is in force when the app starts. */
function environmentKeyOf(
  { key, baseUrl }: Environment,
  storage: OpenStorage,
): { key: string; origin: string } | null {
  if (key === null) return null
  const target = parseBaseUrl(baseUrl ?? storage.settings.get('base-url') ?? DEFAULT_BASE_URL)
  return target.ok ? { key, origin: target.origin } : null
}

/** The demo API is loaded and started when it is first needed: with a key it never is. */
function createDemo(): { start(): Promise<{ baseUrl: string; key: string }>; stop(): Promise<void> } {
  let running: { close(): Promise<void> } | null = null
  return {
    async start() {
      const { startDemoApi } = await import('./demo/demo-api.ts')
      const demo = await startDemoApi({ ids: 'unique' })
      running = demo
      return demo
    },
    async stop() {
      await running?.close()
    },
  }
}
