import { expect } from 'vitest'
import { createCatalogService } from '../../electron/services/catalog.ts'
import { createKeyFactsService } from '../../electron/services/key-facts.ts'
import type { AnswerRequest, ChatPart, Target } from '../../electron/services/ports.ts'
import { createSingleModel } from '../../electron/services/single-model.ts'
import { createTokensService } from '../../electron/services/tokens.ts'
import { createStreamChat } from '../../electron/xai/stream-chat.ts'
import { createWire } from '../../electron/xai/wire.ts'
import type { Schedule, WirePorts } from '../../electron/xai/wire-ports.ts'
import { Protocol, usageApiOf } from '../../shared/chat/protocol.ts'
import { Catalog, SingleModel } from '../../shared/contract/catalog.ts'
import { KeyFacts } from '../../shared/contract/key-facts.ts'
import { TokenCount } from '../../shared/contract/tokens.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import { readUsage } from '../../shared/usage/token-usage.ts'
import { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { memoryCatalogStore } from './ports/memory-catalog-store.ts'

const MODEL = 'grok-4.20-non-reasoning'

const RATES: Rates = {
  ...{ input: 20_000n, cachedInput: 5_000n, imageInput: 20_000n, output: 100_000n, perSource: 250_000_000n },
  longContext: null,
}
/** Waits are passed over, but a limit for the whole answer may not end it: it is not the server that is slow here. */
const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms > 60_000 ? ms : 0)
  return () => clearTimeout(timer)
}
const limits = { getHeadersMs: 70_000, refusalMs: 70_000, afterFinishMs: 70_000 }
const clock = { now: () => 1_790_000_000_000, monotonic: () => performance.now() }

type Fetch = WirePorts['fetch']
/** `read` tells whether all of it could be read. */
export type BodyReader = { name: string; read(fetch: Fetch, target: Target): Promise<boolean> }

const wireFor = (fetch: Fetch) => createWire({ fetch, clock, random: () => 0, limits, schedule })
const portsFor = (fetch: Fetch, target: Target) => ({
  ...{ wire: wireFor(fetch), connection: { target: async () => target }, clock },
})
const catalogOf = (fetch: Fetch, target: Target) =>
  createCatalogService({ ...portsFor(fetch, target), store: memoryCatalogStore() })

const services: BodyReader[] = [
  {
    name: 'the lists of models',
    async read(fetch, target) {
      const { failure, models } = Catalog.parse(await catalogOf(fetch, target).refresh())
      return failure === null && models.length > 0
    },
  },
  {
    name: 'a single model',
    async read(fetch, target) {
      const catalog = catalogOf(fetch, target)
      const single = createSingleModel({ ...portsFor(fetch, target), catalog })
      return SingleModel.parse(await single.refreshModel(MODEL)).language.kind === 'found'
    },
  },
  {
    name: 'the facts of a key',
    async read(fetch, target) {
      KeyFacts.parse(await createKeyFactsService(portsFor(fetch, target)).inspect(target))
      return true
    },
  },
  {
    name: 'a count of tokens',
    async read(fetch, target) {
      const estimates = { learnFromCount: async () => {} }
      const tokens = createTokensService({ ...portsFor(fetch, target), estimates })
      TokenCount.parse(await tokens.count({ model: MODEL, text: 'Grüße, 世界 👋🏽' }))
      return true
    },
  },
]

/** Every way in which an answer of the API is read: all services and all protocols. */
export const bodyReaders: BodyReader[] = [
  ...services,
  ...Protocol.options.map((protocol) => ({
    name: `an answer in ${protocol}`,
    read: (fetch: Fetch, target: Target) => readAnswer(fetch, target, protocol),
  })),
]
async function readAnswer(fetch: Fetch, target: Target, protocol: Protocol): Promise<boolean> {
  const turns = [{ role: 'user' as const, parts: [{ kind: 'text' as const, text: 'Hello there!' }] }]
  const { signal } = new AbortController()
  const request: AnswerRequest = { protocol, model: MODEL, turns, parameters: {}, signal }
  const parts: ChatPart[] = []
  for await (const part of createStreamChat({ fetch, clock, random: () => 0, limits, schedule })(
    target,
    request,
  ))
    expectSound(part, protocol, parts)
  expect(parts.filter(({ kind }) => kind === 'end')).toHaveLength(1)
  return true
}

/** What the rest of the app takes for granted of each part. */
function expectSound(part: ChatPart, protocol: Protocol, before: ChatPart[]): void {
  before.push(part)
  if ('choice' in part) expect(Number.isSafeInteger(part.choice) && part.choice >= 0).toBe(true)
  if ('text' in part) expect(typeof part.text).toBe('string')
  if (part.kind !== 'usage') return
  const usage = readUsage(usageApiOf(protocol), part.raw)
  if (usage === null) return
  const { total, lines } = costOf(TokenUsage.parse(usage), RATES, { serviceTier: null })
  expect(lines.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(total)
  expect(total).toBeGreaterThanOrEqual(0n)
}
