import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouter, type Services } from '../../../electron/rpc/router.ts'
import { serveRouter } from '../../../electron/rpc/serve.ts'
import { composeCatalog } from '../../../electron/services/compose-catalog.ts'
import { composeChat } from '../../../electron/services/compose-chat.ts'
import { composeConnection } from '../../../electron/services/compose-connection.ts'
import { createEstimatesService } from '../../../electron/services/estimates.ts'
import { createExportService } from '../../../electron/services/exports.ts'
import { createKeyRefusals } from '../../../electron/services/key-refusals.ts'
import { createLimits } from '../../../electron/services/limits.ts'
import type { Clock, StreamChat, Wire } from '../../../electron/services/ports.ts'
import { createTokensService } from '../../../electron/services/tokens.ts'
import type { About } from '../../../shared/contract/about.ts'
import { failureOf } from '../../../shared/contract/failure.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import { Preferences } from '../../../shared/contract/preferences.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/default-preferences.ts'
import { desktopServices } from './desktop-services.ts'
import { expectLittle } from './expect-little.ts'
import { ledgerServices } from './ledger-services.ts'
import { manualTime } from './manual-time.ts'
import { memoryCatalogStore } from './memory-catalog-store.ts'
import { memoryChatStore } from './memory-chat-store.ts'
import { memoryEstimateStore } from './memory-estimate-store.ts'
import { memoryProfiles } from './memory-profiles.ts'
import { memorySettings } from './memory-settings.ts'
import { memorySnapshotStore } from './memory-snapshot-store.ts'
import { memoryVault } from './memory-vault.ts'
import { scriptedStream } from './scripted-stream.ts'
import { scriptedWire } from './scripted-wire.ts'

type Bug = { where: string; error: unknown }
export type PageClient = ContractRouterClient<Contract>

const about: About = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '150',
  node: '24',
  sqlite: '3.53.4',
  dataFolder: 'data',
  storage: { kind: 'ok' },
}

/** What may be real where a test needs it to be. */
type World = {
  wire: Wire
  streamChat: StreamChat
  clock: Clock
  demo: () => Promise<{ baseUrl: string; key: string }>
}

/** The whole router on real services over in-memory ports; `replace` puts a test's own service in. */
export function routerBench(replace: Partial<Services> = {}, world: Partial<World> = {}) {
  const bugs: Bug[] = []
  const reportBug = (where: string, error: unknown) => bugs.push({ where, error })
  const wire = scriptedWire({
    '/v1/language-models': {
      body: { models: [{ id: 'grok-3-mini', prompt_text_token_price: 3000, aliases: [] }] },
    },
    '/v1/models': { body: { data: [] } },
    '/v1/image-generation-models': { body: { models: [] } },
    '/v1/me': { failure: failureOf('route-not-found', { status: 404 }) },
    '/v1/api-key': { body: { name: 'a key', acls: ['api-key:model:*'] } },
  })
  const time = manualTime()
  const stream = scriptedStream()
  const schedule = world.clock ? {} : { schedule: time.schedule }
  const clock = world.clock ?? time.clock
  const { connection, keyFacts, keyHealth } = composeConnection({
    profiles: memoryProfiles(),
    vault: memoryVault(),
    limits: createLimits({ settings: memorySettings(), clock }),
    refusals: createKeyRefusals(),
    wire: world.wire ?? wire,
    clock,
    demo: world.demo ?? (async () => ({ baseUrl: 'http://127.0.0.1:40111', key: 'xai-demo' })),
  })
  const common = { wire: world.wire ?? wire, connection, clock, reportBug }
  const storage = {
    catalogs: memoryCatalogStore(),
    snapshots: memorySnapshotStore(),
    settings: memorySettings(),
    usedModels: { names: () => ['grok-3-mini'] },
  }
  const catalog = composeCatalog({ ...common, storage })
  const saved: { path: string; content: Uint8Array | string }[] = []
  const exports = createExportService({
    choosePath: async (fileName) => `/chosen/${fileName}`,
    writeFile: (path, content) => saved.push({ path, content }),
  })
  let ids = 0
  const uuid = () => `id-${++ids}`
  const estimates = createEstimatesService({
    ...{ ...common, catalog, store: memoryEstimateStore() },
    changed: () => undefined,
  })
  const tokens = createTokensService({ ...common, estimates })
  const store = memoryChatStore()
  const playground = composeChat({
    expect: expectLittle,
    ...common,
    ...schedule,
    ...{ catalog, store, uuid, estimates, tokens },
    files: { exports, chooseText: async () => null },
    ...{ images: store.images, settings: store.settings, stores: store.stores },
    streamChat: world.streamChat ?? stream.streamChat,
  })
  const { chat } = playground
  const services = {
    ...ledgerServices({ ...common, catalog }),
    ...playground,
    about: aboutHere(),
    ...desktopServices(),
    preferences: preferencesHere(),
    connection,
    catalog,
    estimates,
    exports,
    keyFacts,
    keyHealth,
    tokens,
  }
  const router = createRouter({ ...services, ...replace }, reportBug)
  const { conversations } = playground
  return { router, bugs, reportBug, wire, time, stream, chat, conversations, saved }
}

function aboutHere(): Services['about'] {
  return {
    read: () => about,
    openLink: async (url) => (url.startsWith('https:') ? 'declined' : 'refused'),
  }
}

function preferencesHere(): Services['preferences'] {
  let current: Preferences = DEFAULT_PREFERENCES
  return {
    read: () => current,
    change(change) {
      current = Preferences.parse({ ...current, ...change })
      return current
    },
  }
}

/** A page at the other end of a real port, and the raw port for what a page should never send. */
export function pageOf({ router, reportBug }: Pick<ReturnType<typeof routerBench>, 'router' | 'reportBug'>) {
  const { port1, port2 } = new MessageChannel()
  serveRouter(router, port1, reportBug)
  const client: PageClient = createORPCClient(new RPCLink({ port: port2 }))
  return { client, port: port2, close: () => port2.close() }
}
