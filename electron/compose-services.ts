import { randomUUID } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import { createAbout } from './app/about.ts'
import { apiFetch } from './app/api-fetch.ts'
import { createFileChooser } from './app/open-file.ts'
import { reportBug } from './app/report-bug.ts'
import { createSecretBox } from './app/safe-storage.ts'
import { createPathChooser } from './app/save-file.ts'
import type { Environment } from './app/take-environment.ts'
import type { ViewStore } from './app/view-store.ts'
import { composeDesktop } from './compose-desktop.ts'
import { composeLedger } from './compose-ledger.ts'
import { clock, type Logging } from './compose-log.ts'
import type { Services } from './rpc/router.ts'
import { tellingOfEnds } from './services/answer-ends.ts'
import { createChangeEvents } from './services/change-events.ts'
import { composeCatalog } from './services/compose-catalog.ts'
import { composeChat } from './services/compose-chat.ts'
import { composeConnection } from './services/compose-connection.ts'
import { createEstimatesService } from './services/estimates.ts'
import { createExportService } from './services/exports.ts'
import { createKeyRefusals } from './services/key-refusals.ts'
import { learningVault } from './services/known-secrets.ts'
import { createLimits } from './services/limits.ts'
import { loggedStream, loggedWire } from './services/logged-network.ts'
import type { Vault, Wire } from './services/ports.ts'
import { createProfiles, type Profiles } from './services/profiles.ts'
import { createTokensService } from './services/tokens.ts'
import { createVault } from './services/vault.ts'
import type { OpenStorage } from './storage/open-storage.ts'
import { readUserFile, writeUserFile } from './storage/user-file.ts'
import { createWeakBox } from './storage/weak-box.ts'
import { parseBaseUrl } from './xai/base-url.ts'
import { createStreamChat } from './xai/stream-chat.ts'
import { createWire } from './xai/wire.ts'
import { schedule } from './xai/wire-ports.ts'

export type Parts = {
  storage: OpenStorage
  environment: Environment
  dataFolder: string
  view: ViewStore
  window: () => BrowserWindow | null
  logging: Logging
}

/** What the app is made of, what it does when the computer goes to sleep, and how it ends. */
export type Composition = {
  services: Services
  suspend(): void
  /** What the data needs from time to time; throws what storing throws. */
  tend(): Promise<void>
  finish(): Promise<void>
  underWay(): number
}

/** The tokens of a text of 4 MB, about 80 bytes each (reference 4). */
const TOKEN_ANSWER_BYTES = 128 * 1024 * 1024
/** Three lists are read at a time, so this is what a hostile server can cost three times over. A real one has 50 kB. */
const LIST_ANSWER_BYTES = 12 * 1024 * 1024
/** What is told of a key: a few kB, even with thousands of access strings. */
const KEY_ANSWER_BYTES = 1024 * 1024

/** A conversation of 5,000 messages with some images. */
const MOST_IMPORT_BYTES = 256 * 1024 * 1024

/** Puts the services together with the real network, clock, keyring and disk. */
export function composeServices(parts: Parts): Composition {
  const { storage, dataFolder, view, window, logging } = parts
  const { log } = logging
  const limits = createLimits({ settings: storage.settings, clock })
  const network = { fetch: apiFetch, clock, random: Math.random, onAnswer: limits.record }
  const refusals = createKeyRefusals()
  const wire = (jsonBytes: number): Wire =>
    refusals.wire(loggedWire(createWire({ ...network, limits: { jsonBytes } }), { log, clock }))
  const demo = createDemo()
  const { profiles, vault } = composeKeys(parts)
  const { connection, keyFacts, keyHealth } = composeConnection({
    ...{ profiles, vault, limits, refusals, clock },
    wire: wire(KEY_ANSWER_BYTES),
    demo: demo.start,
  })
  const catalog = composeCatalog({
    wire: wire(LIST_ANSWER_BYTES),
    ...{ connection, clock, storage },
  })
  const events = createChangeEvents(schedule)
  const estimates = createEstimatesService({
    store: storage.estimates,
    changed: events.changed,
    ...{ connection, catalog, clock, reportBug },
  })
  const counting = {
    wire: wire(TOKEN_ANSWER_BYTES),
    ...{ connection, estimates, clock },
  }
  const { attempts, expect, budgets, care, ledger } = composeLedger({
    ...{ storage, dataFolder, window, clock, connection, catalog, log, events },
    promptTokens: estimates.promptTokens,
    notifyBudgets: () => view.read().notifyBudgets,
  })
  const around = composeDesktop({ storage, window, view, logging, care, connection })
  const files = createExportService({ choosePath: createPathChooser(window), writeFile: writeUserFile })
  const chooseFile = createFileChooser(window)
  const playground = composeChat({
    streamChat: refusals.stream(loggedStream(createStreamChat(network), { log, clock })),
    connection,
    catalog,
    store: storage.chats,
    images: storage.images,
    settings: storage.settings,
    stores: storage,
    files: {
      exports: files,
      async chooseText() {
        const path = await chooseFile()
        return path === null ? null : readUserFile(path, MOST_IMPORT_BYTES)
      },
    },
    clock,
    uuid: randomUUID,
    reportBug,
    estimates,
    expect,
    follow: tellingOfEnds(attempts.follow, around.answered),
    // Its own, because a count ends the one before it and the Tokenizer counts too.
    tokens: createTokensService(counting),
  })
  return {
    services: {
      about: createAbout({ dataFolder, sqlite: storage.engine.version, storage: storage.state, window }),
      ...playground,
      budgets,
      care,
      catalog,
      connection,
      ...around.services,
      estimates,
      exports: files,
      ledger,
      keyFacts,
      keyHealth,
      tokens: createTokensService(counting),
    },
    suspend: playground.chat.suspend,
    underWay: () => (around.hidesOnClose() ? 0 : playground.chat.underWay()),
    async tend() {
      await Promise.all([around.checkUpdates(), care.tend()])
    },
    async finish() {
      keyHealth.close()
      await playground.chat.shutdown()
      attempts.finish()
      await storage.settle()
      storage.close()
      await demo.stop()
    },
  }
}

/** The connections and their keys. A key from the environment has its place among them from the start. */
function composeKeys({ storage, environment, dataFolder, logging }: Parts): {
  profiles: Profiles
  vault: Vault
} {
  const profiles = createProfiles({
    store: storage.connections,
    settings: storage.settings,
    environment,
    parseBaseUrl,
    now: clock.now,
    uuid: randomUUID,
  })
  const slot = profiles.environmentSlot()
  const vault = createVault({
    store: storage.keys,
    box: createSecretBox(),
    weakBox: createWeakBox(dataFolder),
    now: clock.now,
    environmentKey: slot === null || environment.key === null ? null : { ...slot, key: environment.key },
  })
  return { profiles, vault: learningVault(vault, logging.secrets) }
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
