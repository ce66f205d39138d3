import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf } from '../../../../shared/pricing/cost.ts'
import { Cost, type Rates } from '../../../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { readUsage } from '../../../../shared/usage/token-usage.ts'
import { usageOf } from './usage-of.ts'

const mini = ratesOf({
  prompt_text_token_price: 3_000,
  cached_prompt_text_token_price: 750,
  completion_text_token_price: 5_000,
})
const grok420 = ratesOf({
  prompt_text_token_price: 12_500,
  cached_prompt_text_token_price: 2_000,
  completion_text_token_price: 25_000,
})
const grok46 = ratesOf({
  prompt_text_token_price: 20_000,
  cached_prompt_text_token_price: 5_000,
  prompt_image_token_price: 20_000,
  completion_text_token_price: 60_000,
  prompt_text_token_price_long_context: 40_000,
  cached_prompt_text_token_price_long_context: 10_000,
  completion_text_token_price_long_context: 120_000,
  long_context_threshold: 200_000,
})

const chat = (prompt: number, cached: number, completion: number, reasoning: number, more = {}) => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  total_tokens: prompt + completion + reasoning,
  prompt_tokens_details: { cached_tokens: cached },
  completion_tokens_details: { reasoning_tokens: reasoning },
  ...more,
})

describe('a bill that xAI sent is computed to the tick', () => {
  it.each([
    // Reference 5.1 and 5.3, captured in 2026: `cost_in_usd_ticks` of the same answer.
    ['grok-3-mini, reasoning', 'chat' as const, chat(12, 2, 1, 228), mini, 1_176_500n],
    ['grok-3-mini, tool call', 'chat' as const, chat(291, 244, 26, 189), mini, 1_399_000n],
    ['grok-3-mini, streamed', 'chat' as const, chat(12, 11, 1, 290), mini, 1_466_250n],
    ['grok-3-mini, streamed tool call', 'chat' as const, chat(291, 290, 26, 196), mini, 1_330_500n],
    ['grok-4.20', 'chat' as const, chat(719, 64, 72, 0), grok420, 10_115_500n],
    // Reference 6.3: reasoning is inside the output.
    [
      'grok-4.3, responses',
      'responses' as const,
      {
        input_tokens: 197,
        input_tokens_details: { cached_tokens: 192 },
        output_tokens: 101,
        output_tokens_details: { reasoning_tokens: 100 },
        total_tokens: 298,
      },
      grok420,
      2_971_500n,
    ],
  ])('%s', (_, api, raw, rates, ticks) => {
    const usage = readUsage(api, raw)
    const cost = usage === null ? null : costOf(usage, rates)
    expect(cost).toMatchObject({ total: ticks, complete: true, tier: 'standard' })
  })
})

describe('costOf', () => {
  it('has one line for each class that was used', () => {
    const usage = usageOf({
      promptTokens: 12,
      cachedTokens: 2,
      billedOutputTokens: 229,
      reasoningTokens: 228,
    })
    expect(costOf(usage, mini).lines).toEqual([
      { kind: 'input', tokens: 10, rate: 3_000n, amount: 30_000n },
      { kind: 'cached-input', tokens: 2, rate: 750n, amount: 1_500n },
      { kind: 'answer', tokens: 1, rate: 5_000n, amount: 5_000n },
      { kind: 'reasoning', tokens: 228, rate: 5_000n, amount: 1_140_000n },
    ])
  })

  it.each([
    [199_999, 'standard', 199_999n * 20_000n + 1_000n * 60_000n],
    // Reference 2.1: the tier begins at the threshold, and holds for every token. $0.812.
    [200_000, 'long-context', 8_120_000_000n],
    [200_001, 'long-context', 200_001n * 40_000n + 1_000n * 120_000n],
  ])('prices a prompt of %s tokens in the %s tier', (promptTokens, tier, total) => {
    const cost = costOf(usageOf({ promptTokens, billedOutputTokens: 1_000 }), grok46)
    expect(cost).toMatchObject({ tier, total, complete: true })
  })

  it('counts cached tokens towards the threshold', () => {
    const usage = usageOf({ promptTokens: 200_000, cachedTokens: 199_999, billedOutputTokens: 0 })
    expect(costOf(usage, grok46).total).toBe(40_000n + 199_999n * 10_000n)
  })

  it('prices image tokens inside the prompt once, and takes cached tokens from the text first', () => {
    const rates = { ...grok46, imageInput: 30_000n }
    const kinds = (usage: Parameters<typeof usageOf>[0]) =>
      costOf(usageOf({ billedOutputTokens: 0, ...usage }), rates).lines.map(({ kind, tokens }) => [
        kind,
        tokens,
      ])
    // A prompt of 1672 tokens with one image of 1026 (reference 5.5).
    expect(kinds({ promptTokens: 1_672, imageTokens: 1_026, cachedTokens: 512 })).toEqual([
      ['input', 134],
      ['cached-input', 512],
      ['image-input', 1_026],
    ])
    expect(kinds({ promptTokens: 1_672, imageTokens: 1_026, cachedTokens: 1_600 })).toEqual([
      ['cached-input', 1_600],
      ['image-input', 72],
    ])
  })

  it('adds server tools at $5 and sources at their price for 1,000', () => {
    const usage = usageOf({ promptTokens: 0, billedOutputTokens: 0, serverToolCalls: 3, sources: 2 })
    const cost = costOf(usage, { ...mini, perSource: 250_000_000n })
    expect(cost).toMatchObject({ total: 650_000_000n, complete: true })
    expect(cost.lines.map(({ kind }) => kind)).toEqual(['search-source', 'server-tool'])
  })

  it('doubles tokens, not tools, in the priority tier, after the cache discount', () => {
    const usage = usageOf({ promptTokens: 12, cachedTokens: 2, billedOutputTokens: 229, serverToolCalls: 1 })
    const cost = costOf(usage, mini, { serviceTier: 'priority' })
    expect(cost.total).toBe(2n * 1_176_500n + 50_000_000n)
    expect(cost.lines.at(2)).toEqual({ kind: 'answer', tokens: 229, rate: 5_000n, amount: 1_145_000n })
    expect(cost.lines.at(3)).toEqual({ kind: 'priority', tokens: null, rate: null, amount: 1_176_500n })
    expect(costOf(usage, mini, { serviceTier: 'default' }).total).toBe(1_176_500n + 50_000_000n)
  })

  const known = { promptTokens: 10, billedOutputTokens: 5 }
  it.each([
    ['the prompt', usageOf({ billedOutputTokens: 5 }), mini, 25_000n],
    ['the output', usageOf({ promptTokens: 10 }), mini, 30_000n],
    ['everything', usageOf(), mini, 0n],
    ['the input rate', usageOf(known), { ...mini, input: null }, 25_000n],
    ['the output rate', usageOf(known), { ...mini, output: null }, 30_000n],
    ['the rate of sources', usageOf({ ...known, sources: 1 }), mini, 55_000n],
    ['a count that is none', usageOf({ ...known, promptTokens: Number.NaN }), mini, 25_000n],
  ])('says "at least" when %s is unknown', (_, usage, rates, total) => {
    expect(costOf(usage, rates)).toMatchObject({ complete: false, total })
  })

  it('needs no rate for a class without tokens', () => {
    const rates: Rates = { ...mini, imageInput: null, cachedInput: null, perSource: null }
    const usage = usageOf({ ...known, cachedTokens: 0, imageTokens: 0, sources: 0 })
    expect(costOf(usage, rates).complete).toBe(true)
  })
})

const count = fc.option(fc.nat({ max: 2_000_000 }))
const rate = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }))
const classes = { input: rate, cachedInput: rate, imageInput: rate, output: rate }
const anyRates = fc.record({
  ...classes,
  perSource: rate,
  longContext: fc.option(fc.record({ threshold: fc.integer({ min: 1, max: 1_000_000 }), ...classes })),
})
const anyUsage = fc.record({
  promptTokens: count,
  cachedTokens: count,
  imageTokens: count,
  answerTokens: count,
  reasoningTokens: count,
  billedOutputTokens: count,
  totalTokens: count,
  sources: count,
  serverToolCalls: count,
  billed: fc.constant(null),
})

describe('any usage at any rates', () => {
  it('has lines that sum to the total, none below zero, and complete says whether all are known', () => {
    fc.assert(
      fc.property(
        anyUsage,
        anyRates,
        fc.constantFrom('priority', 'default', null),
        (usage, rates, serviceTier) => {
          const cost = Cost.parse(costOf(usage, rates, { serviceTier }))
          expect(cost.lines.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(cost.total)
          expect(cost.lines.every(({ amount }) => amount === null || amount >= 0n)).toBe(true)
          expect(cost.complete).toBe(cost.lines.every(({ amount }) => amount !== null))
        },
      ),
    )
  })

  it('counts no token of the prompt twice and loses none', () => {
    fc.assert(
      fc.property(anyUsage, anyRates, (usage, rates) => {
        fc.pre(usage.promptTokens !== null)
        const prompt = costOf(usage, rates).lines.filter(({ kind }) => kind.endsWith('input'))
        expect(prompt.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0)).toBe(usage.promptTokens)
      }),
    )
  })
})
