import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient, implement, ORPCError } from '@orpc/server'
import type { Connection, KeyStatus, Profile } from '../../shared/contract/connection.ts'
import type { Limits } from '../../shared/contract/connection-health.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { type Contract, contract } from '../../shared/contract/index.ts'
import type { KeyFacts } from '../../shared/contract/key-facts.ts'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { DEFAULT_PREFERENCES } from '../../shared/default-preferences.ts'
import { desktopAnswers, desktopRouter } from './fake-desktop.ts'
import type { FakeHandlers, FakeOverrides, Inputs } from './fake-handlers.ts'
import { ledgerAnswers, ledgerRouter } from './fake-ledger.ts'
import { fakePlayground, playgroundRouter } from './fake-playground.ts'
import { sampleCatalog, sampleSingleModel } from './sample-catalog.ts'
import { sampleCount } from './sample-count.ts'

/** To be thrown by a handler: the expected failure as the page receives it. */
export function failed(failure: Failure): ORPCError<'FAILED', Failure> {
  return new ORPCError('FAILED', { data: failure })
}

const samplePresentKey: KeyStatus = {
  kind: 'present',
  lastFour: 'b14o',
  storage: 'keyring',
  backend: 'gnome_libsecret',
  host: 'api.x.ai',
}

/** Its `profiles` are the connection in use, as `parts` says it is, and the demo. */
export function sampleConnection(parts: Partial<Connection> = {}): Connection {
  const { key = samplePresentKey, baseUrl = 'https://api.x.ai', baseUrlFrom = 'default' } = parts
  const { otherKeyHost = null } = parts
  const kind = parts.kind === undefined || parts.kind === 'demo' ? 'xai' : parts.kind
  const shared = { kind, host: new URL(baseUrl).host, baseUrl, baseUrlFrom, key, otherKeyHost }
  return {
    kind: 'xai',
    host: 'api.x.ai',
    baseUrl: 'https://api.x.ai',
    baseUrlFrom: 'default',
    key: samplePresentKey,
    otherKeyHost: null,
    keyring: { available: true, backend: 'gnome_libsecret', weakPossible: true },
    active: 'default',
    profiles: [sampleProfile(shared), sampleDemoProfile],
    ...parts,
  }
}

const sampleDemoProfile: Profile = {
  id: 'demo',
  name: 'Demo',
  kind: 'demo',
  host: '127.0.0.1',
  baseUrl: 'http://127.0.0.1',
  baseUrlFrom: 'default',
  key: { kind: 'absent' },
  keyId: null,
  otherKeyHost: null,
  moves: [],
  hiddenKey: null,
}

/** One connection to xAI with a key in the keyring, with what a test cares about put in. */
function sampleProfile(parts: Partial<Profile> = {}): Profile {
  const key = parts.key ?? samplePresentKey
  return {
    id: 'default',
    name: 'xAI',
    kind: 'xai',
    host: 'api.x.ai',
    baseUrl: 'https://api.x.ai',
    baseUrlFrom: 'default',
    keyId: key.kind === 'present' ? `xai-...${key.lastFour}` : null,
    otherKeyHost: null,
    moves: key.kind === 'present' ? ['session'] : [],
    hiddenKey: null,
    ...parts,
    key,
  }
}

/** Limits that no answer has told yet. */
function sampleLimits(parts: Partial<Limits> = {}): Limits {
  const nothing = { limit: null, remaining: null }
  return {
    profile: 'default',
    requests: nothing,
    tokens: nothing,
    ratesReadAt: null,
    remainingCredits: null,
    creditsReadAt: null,
    ...parts,
  }
}

/** A key that may do everything, with what a test cares about put in. */
export function sampleKeyFacts(parts: Partial<KeyFacts> = {}): KeyFacts {
  return {
    redactedApiKey: 'xai-...b14o',
    name: 'everyday key',
    userId: 'u-1',
    teamId: 't-1',
    apiKeyId: 'k-1',
    createTime: '2026-01-05T10:00:00.000Z',
    modifyTime: '2026-02-05T10:00:00.000Z',
    modifiedBy: 'u-1',
    acls: ['api-key:endpoint:*', 'api-key:model:*'],
    aclsTold: true,
    teamBlocked: false,
    apiKeyBlocked: false,
    apiKeyDisabled: false,
    zdrStatus: 'no_zdr',
    oauthClientId: null,
    me: 'read',
    refused: null,
    further: [],
    readAt: Date.now(),
    demo: false,
    ...parts,
  }
}

export function samplePreferences(parts: Partial<Preferences> = {}): Preferences {
  return {
    ...DEFAULT_PREFERENCES,
    theme: 'light',
    ...parts,
  }
}

function defaults(): FakeHandlers {
  let preferences = samplePreferences()
  // The same reading from disk and from the server: a newer one would make the page ask for what follows from it.
  const list = sampleCatalog()
  return {
    ...ledgerAnswers(),
    ...desktopAnswers(),
    about: {
      read: () => ({
        version: '0.0.0',
        electron: '0',
        chromium: '0',
        node: '0',
        sqlite: '0',
        dataFolder: '/tmp/none',
        storage: { kind: 'ok' },
      }),
      openLink: () => ({ outcome: 'declined' }),
      reportFault: () => ({}),
    },
    catalog: {
      read: () => ({ ...list, from: 'disk' as const }),
      refresh: () => list,
      refreshModel: ({ name }) => sampleSingleModel(name),
      snapshots: () => [],
      changes: () => {
        throw failed(failureOf('not-found'))
      },
      priceHistory: ({ id }) => ({ id, points: [], until: null }),
      news: () => null,
      dismissNews: () => null,
    },
    connection: {
      status: () => sampleConnection(),
      setBaseUrl: () => sampleConnection(),
      saveKey: () => sampleConnection(),
      forgetKey: () => sampleConnection({ key: { kind: 'absent' } }),
      add: () => ({ id: 'added', connection: sampleConnection() }),
      rename: () => sampleConnection(),
      remove: () => sampleConnection(),
      use: () => sampleConnection(),
      moveKey: () => sampleConnection(),
      inspectKey: () => sampleKeyFacts(),
      checkHealth: () => ({ profile: 'default', did: 'asked', nextAt: Date.now() + 60_000, last: null }),
      limits: () => sampleLimits(),
      events: async function* (_input, signal) {
        yield { kind: 'limits', limits: sampleLimits() }
        yield { kind: 'health', health: null, profile: 'default' }
        await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      },
    },
    estimates: { read: () => ({ host: 'api.x.ai', demo: false, models: [] }) },
    exports: { save: () => ({ outcome: 'declined' }) },
    tokens: { count: ({ model, text }) => sampleCount(model, text) },
    preferences: {
      read: () => preferences,
      change: (change) => {
        preferences = samplePreferences({ ...preferences, ...dropUndefined(change) })
        return preferences
      },
    },
    ...fakePlayground(),
  }
}

function dropUndefined(change: Inputs['preferences']['change']): Partial<Preferences> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

/** A client in this process over the real contract: inputs, outputs and errors are validated as between processes. */
export function fakeRpc(overrides: FakeOverrides = {}): ContractRouterClient<Contract> {
  return createRouterClient(fakeRouter(overrides))
}

/** The router that stands in for the main process. */
export function fakeRouter(overrides: FakeOverrides = {}) {
  const base = defaults()
  const on: FakeHandlers = {
    about: { ...base.about, ...overrides.about },
    budgets: { ...base.budgets, ...overrides.budgets },
    care: { ...base.care, ...overrides.care },
    licences: { ...base.licences, ...overrides.licences },
    updates: { ...base.updates, ...overrides.updates },
    desktop: { ...base.desktop, ...overrides.desktop },
    diagnostics: { ...base.diagnostics, ...overrides.diagnostics },
    ledger: { ...base.ledger, ...overrides.ledger },
    catalog: { ...base.catalog, ...overrides.catalog },
    connection: { ...base.connection, ...overrides.connection },
    estimates: { ...base.estimates, ...overrides.estimates },
    exports: { ...base.exports, ...overrides.exports },
    tokens: { ...base.tokens, ...overrides.tokens },
    preferences: { ...base.preferences, ...overrides.preferences },
    chat: { ...base.chat, ...overrides.chat },
    comparisons: { ...base.comparisons, ...overrides.comparisons },
    conversations: { ...base.conversations, ...overrides.conversations },
    drafts: { ...base.drafts, ...overrides.drafts },
    images: { ...base.images, ...overrides.images },
    messages: { ...base.messages, ...overrides.messages },
    requestDetails: { ...base.requestDetails, ...overrides.requestDetails },
  }
  const os = implement(contract)
  return {
    ...ledgerRouter(on),
    ...desktopRouter(on),
    about: {
      read: os.about.read.handler(({ input, signal }) => on.about.read(input, signal)),
      openLink: os.about.openLink.handler(({ input, signal }) => on.about.openLink(input, signal)),
      reportFault: os.about.reportFault.handler(({ input, signal }) => on.about.reportFault(input, signal)),
    },
    catalog: {
      read: os.catalog.read.handler(({ input, signal }) => on.catalog.read(input, signal)),
      refresh: os.catalog.refresh.handler(({ input, signal }) => on.catalog.refresh(input, signal)),
      refreshModel: os.catalog.refreshModel.handler(({ input, signal }) =>
        on.catalog.refreshModel(input, signal),
      ),
      snapshots: os.catalog.snapshots.handler(({ input, signal }) => on.catalog.snapshots(input, signal)),
      changes: os.catalog.changes.handler(({ input, signal }) => on.catalog.changes(input, signal)),
      priceHistory: os.catalog.priceHistory.handler(({ input, signal }) =>
        on.catalog.priceHistory(input, signal),
      ),
      news: os.catalog.news.handler(({ input, signal }) => on.catalog.news(input, signal)),
      dismissNews: os.catalog.dismissNews.handler(({ input, signal }) =>
        on.catalog.dismissNews(input, signal),
      ),
    },
    connection: {
      status: os.connection.status.handler(({ input, signal }) => on.connection.status(input, signal)),
      setBaseUrl: os.connection.setBaseUrl.handler(({ input, signal }) =>
        on.connection.setBaseUrl(input, signal),
      ),
      saveKey: os.connection.saveKey.handler(({ input, signal }) => on.connection.saveKey(input, signal)),
      forgetKey: os.connection.forgetKey.handler(({ input, signal }) =>
        on.connection.forgetKey(input, signal),
      ),
      inspectKey: os.connection.inspectKey.handler(({ input, signal }) =>
        on.connection.inspectKey(input, signal),
      ),
      add: os.connection.add.handler(({ input, signal }) => on.connection.add(input, signal)),
      rename: os.connection.rename.handler(({ input, signal }) => on.connection.rename(input, signal)),
      remove: os.connection.remove.handler(({ input, signal }) => on.connection.remove(input, signal)),
      use: os.connection.use.handler(({ input, signal }) => on.connection.use(input, signal)),
      moveKey: os.connection.moveKey.handler(({ input, signal }) => on.connection.moveKey(input, signal)),
      checkHealth: os.connection.checkHealth.handler(({ input, signal }) =>
        on.connection.checkHealth(input, signal),
      ),
      limits: os.connection.limits.handler(({ input, signal }) => on.connection.limits(input, signal)),
      events: os.connection.events.handler(({ input, signal }) => on.connection.events(input, signal)),
    },
    estimates: {
      read: os.estimates.read.handler(({ input, signal }) => on.estimates.read(input, signal)),
    },
    tokens: {
      count: os.tokens.count.handler(({ input, signal }) => on.tokens.count(input, signal)),
    },
    exports: {
      save: os.exports.save.handler(({ input, signal }) => on.exports.save(input, signal)),
    },
    preferences: {
      read: os.preferences.read.handler(({ input, signal }) => on.preferences.read(input, signal)),
      change: os.preferences.change.handler(({ input, signal }) => on.preferences.change(input, signal)),
    },
    ...playgroundRouter(os, on),
  }
}
