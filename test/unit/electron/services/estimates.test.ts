import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemoApi } from '../../../../electron/demo/demo-api.ts'
import { composeCatalog } from '../../../../electron/services/compose-catalog.ts'
import { createEstimatesService, type FinalRequest } from '../../../../electron/services/estimates.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { createTokensService } from '../../../../electron/services/tokens.ts'
import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { Estimates } from '../../../../shared/contract/estimates.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { calibrate } from '../../../../shared/estimate/calibration.ts'
import { estimateText } from '../../../../shared/estimate/prompt-estimate.ts'
import type { TokenUsage } from '../../../../shared/usage/usage-schema.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

/** Counts and estimates over a demo API and a database on disk, as in the app; `start` is a start of it. */
async function world() {
  const demo = await startDemoApi({ pacing: 'none' })
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-estimates-'))
  cleanUp.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => demo.close(),
  )
  const clock = { now: () => 1_790_000_000_000, monotonic: () => performance.now() }
  const wire = createWire({ fetch, clock, random: () => 0 })
  const target = { baseUrl: demo.baseUrl, key: demo.key, demo: true }
  const connection = { target: async () => target }
  const bugs: unknown[] = []
  const reportBug = (_: string, error: unknown) => void bugs.push(error)
  const start = () => {
    const storage = openStorage({ folder, now: clock.now })
    if (storage.kind === 'newer') throw new Error('a new folder cannot be newer')
    cleanUp.push(() => storage.close())
    const catalog = composeCatalog({ wire, connection, clock, storage })
    const parts = { connection, catalog, clock, reportBug }
    const estimates = createEstimatesService({ ...parts, store: storage.estimates })
    const tokens = createTokensService({ wire, connection, estimates, clock })
    return { catalog, estimates, tokens, parts, storage }
  }
  return { demo, target, bugs, start }
}

const MODEL = 'grok-4.3'
const TEXTS = [
  'The ferry leaves at nine in the morning, and the last one comes back long after dark.',
  'Nobody had told the harbour master that two extraordinarily large freighters would arrive.',
  'When it rains, passengers wait under the awning and complain about unpunctual connections.',
]
const billed = (promptTokens: number | null, more: Partial<TokenUsage> = {}): TokenUsage => ({
  promptTokens,
  cachedTokens: null,
  imageTokens: null,
  answerTokens: null,
  reasoningTokens: null,
  billedOutputTokens: null,
  totalTokens: null,
  sources: null,
  serverToolCalls: null,
  billed: null,
  ...more,
})

describe('what was counted', () => {
  it('is kept beside what had been said before, over a restart', async () => {
    const { demo, start } = await world()
    const first = start()
    expect((await first.estimates.read()).models).toEqual([])
    const actual: number[] = []
    const said: number[] = []
    for (const text of TEXTS) {
      const samples = (await first.estimates.read()).models[0]?.samples ?? []
      said.push(estimateText(text, calibrate(samples)).tokens)
      actual.push((await first.tokens.count({ model: MODEL, text })).count)
    }
    first.storage.close()

    const known = await start().estimates.read()
    expect(Estimates.parse(known)).toEqual(known)
    expect(known).toMatchObject({ host: `127.0.0.1:${demo.port}`, demo: true })
    expect(known.models.map(({ model }) => model)).toEqual([MODEL])
    const samples = known.models[0]?.samples ?? []
    expect(samples.map((one) => one.actual)).toEqual(actual)
    expect(samples.map((one) => one.estimated)).toEqual(said)
    expect(samples.every(({ source, kind }) => source === 'count' && kind === 'prose')).toBe(true)
    expect(calibrate(samples).ratios.prose).toMatchObject({ from: 'this-kind', samples: 3 })
    expect(calibrate(samples).ratios.prose.within).not.toBeNull()
  })

  it('replaces the count of the same text before it was edited', async () => {
    const { start } = await world()
    const { estimates, tokens } = start()
    const [text = '', other = ''] = TEXTS
    await tokens.count({ model: MODEL, text })
    const { count } = await tokens.count({ model: MODEL, text: `${text} It is never late.` })
    expect((await estimates.read()).models[0]?.samples).toMatchObject([{ actual: count }])
    await tokens.count({ model: MODEL, text: other })
    expect((await estimates.read()).models[0]?.samples).toHaveLength(2)
  })

  it('belongs to the model, by whichever alias it was asked for', async () => {
    const { demo, start } = await world()
    const { catalog, estimates, tokens } = start()
    await catalog.refresh()
    const model = demo.catalog.models.find(({ aliases }) => aliases.length > 0)
    const alias = model?.aliases[0]
    if (model === undefined || alias === undefined) throw new Error('no model of the demo has an alias')
    await tokens.count({ model: alias, text: TEXTS[0] ?? '' })
    await tokens.count({ model: model.id, text: TEXTS[1] ?? '' })
    const { models } = await estimates.read()
    expect(models).toMatchObject([{ model: model.id, samples: [{}, {}] }])
  })
})

describe('what was billed', () => {
  const request = (more: Partial<FinalRequest>) => ({
    model: MODEL,
    turns: TEXTS.map((text) => ({ text })),
    usage: billed(260),
    ...more,
  })

  it('teaches what a request adds to its texts', async () => {
    const { target, start } = await world()
    const { estimates } = start()
    await estimates.learnFromRequest({ target, ...request({}) })
    await estimates.learnFromRequest({ target, ...request({}) })
    const samples = (await estimates.read()).models[0]?.samples ?? []
    expect(samples).toMatchObject([
      { source: 'request', actual: 260 },
      // The second time the overhead is known.
      { source: 'request', actual: 260, estimated: 260 },
    ])
    expect(samples[0]?.estimated).toBe(samples[0]?.raw)
  })

  it.each([
    ['no usage', { usage: null }],
    ['no prompt tokens', { usage: billed(null) }],
    ['a prompt of nothing', { usage: billed(0) }],
    ['no text', { turns: [{ text: '' }] }],
    ['an image in the prompt', { usage: billed(900, { imageTokens: 640 }) }],
    ['sources in the prompt', { usage: billed(900, { sources: 2 }) }],
    ['tools of the server', { usage: billed(900, { serverToolCalls: 1 }) }],
  ])('teaches nothing with %s', async (_, more) => {
    const { target, bugs, start } = await world()
    const { estimates } = start()
    await estimates.learnFromRequest({ target, ...request(more) })
    expect((await estimates.read()).models).toEqual([])
    expect(bugs).toEqual([])
  })
})

describe('what cannot be kept', () => {
  it.each([
    ['a full disk, silently', new ServiceFailure(failureOf('disk-full')), 0],
    ['a bug, which is reported', new Error('a bug'), 1],
  ])('costs no count: %s', async (_, error, reported) => {
    const { target, bugs, start } = await world()
    const { parts } = start()
    const refuse = () => {
      throw error
    }
    const estimates = createEstimatesService({ ...parts, store: { load: () => [], add: refuse } })
    const text = TEXTS[0] ?? ''
    await estimates.learnFromCount({ target, model: MODEL, text, tokens: 17 })
    expect(bugs).toHaveLength(reported)
  })
})
