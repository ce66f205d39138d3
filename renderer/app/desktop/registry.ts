import type { Preferences } from '../../../shared/contract/preferences.ts'
import type { CommandId } from '../../../shared/desktop/commands.ts'
import type { RpcClient } from '../../rpc.ts'
import { navigate, readHash } from '../hash-location.ts'
import type { Help } from '../help/help-context.tsx'
import type { ShownDialog } from '../palette/command.ts'
import { viewNames, viewPath } from '../views.ts'
import { zoomedBy } from './zoom-steps.ts'

/** What a command says when it has done something that cannot be seen; `null`: it can be seen. */
export type Told =
  | { kind: 'imported'; count: number }
  | { kind: 'not-imported'; why: 'not-a-conversation' | 'newer' | 'too-large' }
  | { kind: 'saved'; fileName: string }
  | { kind: 'backed-up' }
  | null

export type RegistryPorts = {
  client: RpcClient
  preferences: () => Preferences
  change: (change: Partial<Preferences>) => void
  refreshPrices: () => void
  conversationsChanged: () => Promise<unknown>
  show: (dialog: ShownDialog) => void
  help: () => Help | null
}

/** The pages of the API's makers that help here. */
const DOCS = 'https://docs.x.ai/'
const CONSOLE = 'https://console.x.ai/'

export type Registry = Record<CommandId, () => Told | Promise<Told>>

/** What each command does: the one place for the menu, the palette and the keys. Rejects with what the calls do. */
export function createRegistry(ports: RegistryPorts): Registry {
  const { client, change, show } = ports
  const quietly = (work: () => unknown) => () => {
    work()
    return null
  }
  const calling = (work: () => Promise<unknown>) => async () => {
    await work()
    return null
  }
  const to = (address: string) => quietly(() => navigate(address))
  const prefer = (made: Partial<Preferences>) => quietly(() => change(made))
  const zoom = (steps: -1 | 0 | 1) =>
    quietly(() => change({ zoom: zoomedBy(ports.preferences().zoom, steps) }))
  const [models, compare, tokenizer, playground, usage, apiKey, settings] = viewNames
  return {
    'new-conversation': calling(() => newConversation(ports)),
    'import-conversation': () => importConversation(ports),
    'export-conversation': () => exportConversation(ports),
    'side-by-side': to('/playground?view=side-by-side'),
    'back-up': async () => {
      await client.care.backUpNow()
      return { kind: 'backed-up' }
    },
    'data-folder': calling(() => client.care.openDataFolder()),
    'open-settings': to(viewPath(settings)),
    find: quietly(focusSearch),
    'zoom-in': zoom(1),
    'zoom-out': zoom(-1),
    'zoom-reset': zoom(0),
    navigation: quietly(() => change({ navigationCollapsed: !ports.preferences().navigationCollapsed })),
    'refresh-prices': quietly(ports.refreshPrices),
    palette: quietly(() => show('palette')),
    shortcuts: quietly(() => show('shortcuts')),
    'what-is-this': quietly(() => ports.help()?.togglePanel()),
    glossary: quietly(() => ports.help()?.showGlossary('first')),
    tour: quietly(() => ports.help()?.setTour(true)),
    diagnostics: quietly(() => show('diagnostics')),
    back: quietly(() => window.history.back()),
    forward: quietly(() => window.history.forward()),
    'view-models': to(viewPath(models)),
    'view-compare': to(viewPath(compare)),
    'view-tokenizer': to(viewPath(tokenizer)),
    'view-playground': to(viewPath(playground)),
    'view-usage': to(viewPath(usage)),
    'view-api-key': to(viewPath(apiKey)),
    'view-settings': to(viewPath(settings)),
    'theme-system': prefer({ theme: 'system' }),
    'theme-light': prefer({ theme: 'light' }),
    'theme-dark': prefer({ theme: 'dark' }),
    'theme-high-contrast': prefer({ theme: 'high-contrast' }),
    'rows-comfortable': prefer({ density: 'comfortable' }),
    'rows-compact': prefer({ density: 'compact' }),
    'unit-per-million': prefer({ priceUnit: 'per-million' }),
    'unit-per-thousand': prefer({ priceUnit: 'per-thousand' }),
    'unit-per-token': prefer({ priceUnit: 'per-token' }),
    'unit-raw': prefer({ priceUnit: 'raw' }),
    docs: calling(() => client.about.openLink({ url: DOCS })),
    console: calling(() => client.about.openLink({ url: CONSOLE })),
    'log-folder': calling(() => client.diagnostics.openLogFolder()),
    licences: to('/settings?section=licences'),
    'check-updates': to('/settings?section=updates'),
    about: to('/settings?section=about'),
  }
}

async function newConversation({ client, conversationsChanged }: RegistryPorts): Promise<void> {
  const { conversationId } = await client.conversations.create({ setup: null })
  await conversationsChanged()
  navigate(conversationAddress(conversationId))
}

async function importConversation({ client, conversationsChanged }: RegistryPorts): Promise<Told> {
  const imported = await client.conversations.import()
  if (imported.outcome === 'declined') return null
  if (imported.outcome === 'refused') return { kind: 'not-imported', why: imported.why }
  await conversationsChanged()
  const [first] = imported.conversationIds
  if (first !== undefined) navigate(conversationAddress(first))
  return { kind: 'imported', count: imported.conversationIds.length }
}

/** The conversation on screen; from another view the one used last. */
async function exportConversation({ client }: RegistryPorts): Promise<Told> {
  const { path, search } = readHash()
  const chosen = path === viewPath('playground') ? new URLSearchParams(search).get('conversation') : null
  const conversationId = chosen ?? (await client.conversations.latest()).conversationId
  const saved = await client.conversations.export({ conversationId, kind: 'json' })
  return saved.outcome === 'saved' ? { kind: 'saved', fileName: saved.fileName } : null
}

export function conversationAddress(conversationId: string): string {
  return `${viewPath('playground')}?conversation=${encodeURIComponent(conversationId)}`
}

/** The first field to search in that the view shows. */
function focusSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]')
  const field = [...fields].find((one) => one.getClientRects().length > 0)
  field?.focus()
  field?.select()
}
