import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DemoApi } from '../../../../electron/demo/demo-api.ts'
import type { DemoModel, DemoPrices } from '../../../../electron/demo/demo-model.ts'
import { generateModels } from '../../../../electron/demo/era-catalog.ts'
import { languageModelEntry } from '../../../../electron/demo/model-entry.ts'
import { ticksOf } from '../../../../electron/demo/token-cost.ts'
import { costOf } from '../../../../shared/pricing/cost.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { readUsage, type TokenUsage } from '../../../../shared/usage/token-usage.ts'
import { chat, completionOf, get, objectOf, post, say, type Usage } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const [aModel] = generateModels(1)
if (aModel === undefined) throw new Error('no model was generated')

/** Σ tokens × price out of the two public answers alone. */
async function expectedTicks(api: DemoApi, model: string, usage: Usage): Promise<bigint> {
  const entry = await objectOf(get(api, `/v1/language-models/${model}`))
  const suffix = usage.prompt_tokens >= Number(entry['long_context_threshold']) ? '_long_context' : ''
  const price = (name: string): bigint => BigInt(Number(entry[`${name}${suffix}`]))
  const cached = usage.prompt_tokens_details.cached_tokens
  const output = usage.completion_tokens + (usage.completion_tokens_details?.reasoning_tokens ?? 0)
  return (
    BigInt(usage.prompt_tokens - cached) * price('prompt_text_token_price') +
    BigInt(cached) * price('cached_prompt_text_token_price') +
    BigInt(output) * price('completion_text_token_price')
  )
}

function withHidden(api: DemoApi, id: string, hiddenPromptTokens: number): DemoModel[] {
  return api.catalog.models.map((one) => (one.id === id ? { ...one, hiddenPromptTokens } : one))
}

describe('cost_in_usd_ticks', () => {
  it.each(['grok-4.7', 'grok-4.5', 'grok-4.3', 'grok-build-0.1', 'grok-4.20-0309-non-reasoning'])(
    'is what tokens times prices give for %s, cold and cached',
    async (model) => {
      const api = await start()
      for (const cached of [false, true]) {
        const { usage } = await completionOf(chat(api, { model, messages: say('Name one moon.') }))
        expect(usage.prompt_tokens_details.cached_tokens > 0).toBe(cached)
        expect(BigInt(usage.cost_in_usd_ticks ?? 0)).toBe(await expectedTicks(api, model, usage))
      }
    },
  )

  it.each([
    [199_999, 20_000],
    [200_000, 40_000],
  ])('at %i prompt tokens charges %i a token', async (promptTokens, rate) => {
    const api = await start()
    const model = 'grok-4.7'
    // `Hi` is one token.
    api.setModels({ models: withHidden(api, model, promptTokens - 1) })
    const { usage } = await completionOf(chat(api, { model, messages: say('Hi') }))
    expect(usage.prompt_tokens).toBe(promptTokens)
    const output = usage.completion_tokens + (usage.completion_tokens_details?.reasoning_tokens ?? 0)
    expect(usage.cost_in_usd_ticks).toBe(promptTokens * rate + output * rate * 3)
    expect(BigInt(usage.cost_in_usd_ticks ?? 0)).toBe(await expectedTicks(api, model, usage))
  })

  it('doubles for a priority answer', async () => {
    const [once, twice] = await Promise.all(
      ['default', 'priority'].map(async (tier) => {
        const answer = await completionOf(chat(await start(), { model: 'grok-4.7', service_tier: tier }))
        expect(answer.service_tier).toBe(tier)
        return answer.usage.cost_in_usd_ticks ?? Number.NaN
      }),
    )
    expect(twice).toBe((once ?? 0) * 2)
  })

  // Recorded bills (reference 1 and 5.2): counts and ticks are the service's own.
  it.each([
    [
      'grok-3-mini',
      { prompt: 12, cached: 2, completion: 1, reasoning: 228 },
      [3_000, 750, 5_000],
      1_176_500n,
    ],
    [
      'grok-3-mini',
      { prompt: 291, cached: 244, completion: 26, reasoning: 189 },
      [3_000, 750, 5_000],
      1_399_000n,
    ],
    [
      'grok-4.20',
      { prompt: 719, cached: 64, completion: 72, reasoning: 0 },
      [12_500, 2_000, 25_000],
      10_115_500n,
    ],
    [
      'grok-4.6',
      { prompt: 637, cached: 512, completion: 2, reasoning: 171 },
      [20_000, 5_000, 60_000],
      15_440_000n,
    ],
  ] as const)('agrees with a recorded bill of %s', (_, counts, [prompt, cachedPrompt, completion], ticks) => {
    const prices = { prompt, cachedPrompt, promptImage: prompt, completion, search: 0, longContext: null }
    expect(ticksOf({ ...counts, image: 0, sources: 0 }, prices, false)).toBe(ticks)
  })
})

describe("the app's own arithmetic", () => {
  const count = fc.nat({ max: 2_000_000 })
  const price = fc.nat({ max: 200_000 })
  const anyPrices: fc.Arbitrary<DemoPrices> = fc.record({
    prompt: price,
    cachedPrompt: price,
    promptImage: price,
    completion: price,
    search: price,
    longContext: fc.option(
      fc.record({
        threshold: fc.integer({ min: 1, max: 1_000_000 }),
        prompt: price,
        cachedPrompt: price,
        completion: price,
      }),
    ),
  })

  it('comes to the same ticks for any counts and prices', () => {
    fc.assert(
      fc.property(
        anyPrices,
        fc.tuple(count, count, count, count, count),
        fc.boolean(),
        (prices, n, priority) => {
          const [prompt, completion, reasoning, sources] = n
          const image = n[4] % (prompt + 1)
          const cached = (n[4] * 7) % (prompt + 1)
          const usage: TokenUsage = {
            promptTokens: prompt,
            cachedTokens: cached,
            imageTokens: image,
            answerTokens: completion,
            reasoningTokens: reasoning,
            billedOutputTokens: completion + reasoning,
            totalTokens: null,
            sources,
            serverToolCalls: null,
            billed: null,
          }
          const entry = languageModelEntry({ ...aModel, prices }, 'C')
          const cost = costOf(usage, ratesOf(entry), { serviceTier: priority ? 'priority' : null })
          const counts = { prompt, image, cached, completion, reasoning, sources }
          expect(cost.total).toBe(ticksOf(counts, prices, priority))
        },
      ),
    )
  })

  it.each(['chat', 'responses'] as const)(
    'reads the bill of a %s answer and computes the same',
    async (kind) => {
      const api = await start()
      for (const priority of [false, false, true]) {
        const serviceTier = priority ? 'priority' : 'default'
        const asked = { model: 'grok-4.7', service_tier: serviceTier }
        const body =
          kind === 'chat'
            ? await objectOf(chat(api, { ...asked, messages: say('Explain') }))
            : await objectOf(post(api, '/v1/responses', { ...asked, input: 'Explain' }))
        const usage = readUsage(kind, body)
        const rates = ratesOf(await objectOf(get(api, '/v1/language-models/grok-4.7')))
        expect(usage?.billed).toBeGreaterThan(0n)
        expect(usage === null ? null : costOf(usage, rates, { serviceTier }).total).toBe(usage?.billed)
      }
    },
  )
})

describe('the prompt cache', () => {
  const model = 'grok-4.20-non-reasoning'
  const long = 'alpha beta gamma delta '.repeat(100)
  const cachedOf = async (api: DemoApi, content: string, asked = model): Promise<number> =>
    (await completionOf(chat(api, { model: asked, messages: say(content) }))).usage.prompt_tokens_details
      .cached_tokens

  it('counts whole blocks of 64 of the longest beginning that was sent before', async () => {
    const api = await start()
    expect(await cachedOf(api, `${long}first`)).toBe(0)
    const again = await cachedOf(api, `${long}second`)
    expect(again).toBeGreaterThan(400)
    expect(again % 64).toBe(0)
  })

  it('knows only the hidden beginning when the text differs from the start', async () => {
    const api = await start()
    await cachedOf(api, `first ${long}`)
    expect(await cachedOf(api, `second ${long}`)).toBe(128)
  })

  it('is kept apart for each model and absent where there is no cached price', async () => {
    const api = await start()
    await cachedOf(api, long)
    expect(await cachedOf(api, long, 'grok-4.3')).toBe(0)
    const early = await start({ era: 'A' })
    await cachedOf(early, long, 'grok-2')
    expect(await cachedOf(early, long, 'grok-2')).toBe(0)
  })
})

describe('images in a prompt', () => {
  /** Only the header that tells the size; the demo never looks further. */
  const png = (width: number, height: number): string => {
    const bytes = Buffer.alloc(24)
    Buffer.from([0x89, 0x50, 0x4e, 0x47]).copy(bytes)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return `data:image/png;base64,${bytes.toString('base64')}`
  }
  const jpeg = (width: number, height: number): string => {
    const frame = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3])
    frame.writeUInt16BE(height, 13)
    frame.writeUInt16BE(width, 15)
    return `data:image/jpeg;base64,${frame.toString('base64')}`
  }

  // 2026 as measured, 2025 as documented (reference 5.5).
  it.each([
    ['C', 'grok-4.6', png(1024, 1024), 'high', 1026],
    ['C', 'grok-4.6', png(1024, 1024), 'low', 258],
    ['C', 'grok-4.6', jpeg(64, 32), 'auto', 4],
    ['C', 'grok-4.6', 'https://example.org/picture.png', 'high', 1026],
    ['B', 'grok-4', png(448, 448), 'high', 512],
    ['B', 'grok-4', png(4000, 4000), 'high', 1792],
  ] as const)('cost what era %s says', async (era, model, url, detail, tokens) => {
    const content = [
      { type: 'image_url', image_url: { url, detail } },
      { type: 'text', text: 'What is this?' },
    ]
    const { usage } = await completionOf(
      chat(await start({ era }), { model, messages: [{ role: 'user', content }] }),
    )
    expect(usage.prompt_tokens_details.image_tokens).toBe(tokens)
    expect(usage.prompt_tokens_details.text_tokens + tokens).toBe(usage.prompt_tokens)
  })
})
