import { describe, expect, it } from 'vitest'
import { createEstimatesService } from '../../../../electron/services/estimates.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { calibrate } from '../../../../shared/estimate/calibration.ts'
import { estimateTokens } from '../../../../shared/estimate/estimate-tokens.ts'
import { rawPrompt } from '../../../../shared/estimate/prompt-estimate.ts'
import type { TokenUsage } from '../../../../shared/usage/usage-schema.ts'
import { chatBench, done, text as textPart, usage } from '../../../support/ports/chat-bench.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryEstimateStore } from '../../../support/ports/memory-estimate-store.ts'
import { demoTarget, sampleTarget } from '../../../support/ports/sample-target.ts'
import { sampleCatalog } from '../../../support/sample-catalog.ts'

const xai = sampleTarget()
const demo = demoTarget({ baseUrl: 'http://127.0.0.1:4000', key: 'xai-d' })
const usageOf = (promptTokens: number | null, parts: Partial<TokenUsage> = {}): TokenUsage => ({
  promptTokens,
  cachedTokens: null,
  imageTokens: null,
  answerTokens: 1,
  reasoningTokens: null,
  billedOutputTokens: 1,
  totalTokens: null,
  sources: null,
  serverToolCalls: null,
  billed: null,
  ...parts,
})
const PROSE = [
  'A first sentence about prices.',
  'Something else, said at some length, about models.',
  'Third.',
]

function bench() {
  const store = memoryEstimateStore()
  const { clock } = manualTime()
  const bugs: unknown[] = []
  /** How many comparisons were kept each time that something was said to be learned. */
  const told: number[] = []
  const inUse = { target: xai }
  const estimates = createEstimatesService({
    ...{ store, clock },
    connection: { target: async () => inUse.target },
    catalog: { read: async () => sampleCatalog({ host: 'api.x.ai' }) },
    reportBug: (_where, error) => bugs.push(error),
    changed: () => {
      told.push(store.load('https://api.x.ai').flatMap(({ samples }) => samples).length)
    },
  })
  const count = (text: string, tokens: number, model = 'grok-3-mini', target = xai) =>
    estimates.learnFromCount({ target, model, text, tokens })
  const bill = (texts: readonly string[], used: TokenUsage | null) =>
    estimates.learnFromRequest({
      target: xai,
      model: 'grok-3-mini',
      prompt: rawPrompt(texts),
      usage: used,
    })
  return { estimates, store, bugs, told, inUse, count, bill }
}

describe('learning', () => {
  it('keeps what was estimated before, what was exact, and uses it for the next estimate', async () => {
    const { estimates, count } = bench()
    for (const sentence of PROSE) await count(sentence, estimateTokens(sentence) * 2)
    const [learned] = (await estimates.read()).models
    const raw = PROSE.map(estimateTokens)
    expect(learned?.model).toBe('grok-3-mini')
    expect(learned?.samples.map(({ estimated }) => estimated)).toEqual([
      raw[0],
      (raw[1] ?? 0) * 2,
      (raw[2] ?? 0) * 2,
    ])
    expect(calibrate(learned?.samples ?? []).ratios.prose.ratio).toBe(2)
  })

  it('says so when something was learned and kept, and not when there was nothing to learn', async () => {
    const { told, count, bill } = bench()
    await count(PROSE[0] ?? '', 9)
    await bill(PROSE, null)
    await bill(PROSE, usageOf(200))
    await count('', 0)
    expect(told).toEqual([1, 2])
  })

  it('learns the overhead from bills, and adds it to the next estimate', async () => {
    const { estimates, bill } = bench()
    const raw = PROSE.reduce((sum, text) => sum + estimateTokens(text), 0)
    await bill(PROSE, usageOf(raw + 185))
    await bill(PROSE, usageOf(raw + 185))
    const samples = (await estimates.read()).models[0]?.samples ?? []
    expect(samples.map(({ estimated, actual }) => [estimated, actual])).toEqual([
      [raw, raw + 185],
      [raw + 185, raw + 185],
    ])
  })

  it('knows a model by its id, whichever of its names was asked for', async () => {
    const { estimates, count } = bench()
    await count('One text.', 3, 'grok-4.20')
    await count('Quite another one.', 5, 'grok-4.20-0309-reasoning')
    await count('A name that no list has.', 5, 'grok-9')
    const { models } = await estimates.read()
    expect(models.map(({ model, samples }) => [model, samples.length])).toEqual([
      ['grok-4.20-0309-reasoning', 2],
      ['grok-9', 1],
    ])
  })

  it('keeps servers apart: the demo teaches nothing about xAI', async () => {
    const { estimates, inUse, count } = bench()
    await count('One text.', 30, 'grok-3-mini', demo)
    expect((await estimates.read()).models).toEqual([])
    inUse.target = demo
    expect(await estimates.read()).toMatchObject({ demo: true, models: [{ model: 'grok-3-mini' }] })
  })

  it('takes a text that is typed on as one sample, not as one for each pause', async () => {
    const { estimates, count } = bench()
    const sentence = 'A text that somebody types, with a pause here and there, until it is whole.'
    for (let length = 40; length <= sentence.length; length += 5)
      await count(sentence.slice(0, length), length)
    await count('An entirely different text.', 9)
    expect((await estimates.read()).models[0]?.samples).toHaveLength(2)
  })

  it.each([
    ['no usage', null],
    ['no prompt count', usageOf(null)],
    ['images in the prompt', usageOf(900, { imageTokens: 700 })],
    ['search', usageOf(900, { sources: 3 })],
    ['tools of the server', usageOf(900, { serverToolCalls: 1 })],
    ['a count of nothing', usageOf(0)],
  ])('learns nothing from a bill with %s', async (_what, used) => {
    const { estimates, bill, bugs } = bench()
    await bill(PROSE, used)
    expect((await estimates.read()).models).toEqual([])
    expect(bugs).toEqual([])
  })

  it('costs nobody a count when the disk refuses, and reports what it did not expect', async () => {
    const { store, count, bugs } = bench()
    store.add = () => {
      throw new ServiceFailure(failureOf('disk-full'))
    }
    await count('One text.', 3)
    expect(bugs).toEqual([])
    store.add = () => {
      throw new TypeError('a fault')
    }
    await count('Another one.', 3)
    expect(bugs).toHaveLength(1)
  })
})

describe('a chat', () => {
  it('tells of each request when it has ended: what was sent and what was billed', async () => {
    const finals: unknown[] = []
    const { send, stream } = chatBench({ onFinal: (final) => finals.push(final) })
    await send('How long?')
    await stream.last().send(textPart('Long.'), usage(190, 2), done())
    await stream.last().finish()
    expect(finals).toMatchObject([
      {
        target: xai,
        model: 'grok-3-mini',
        prompt: rawPrompt(['How long?']),
        usage: { promptTokens: 190 },
      },
    ])
  })
})
