import { describe, expect, it } from 'vitest'
import { costOf } from '../../../../shared/pricing/cost.ts'
import { type BilledRequest, explainDifference } from '../../../../shared/pricing/difference.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { usageOf } from './usage-of.ts'

const grok46 = ratesOf({
  prompt_text_token_price: 20_000,
  cached_prompt_text_token_price: 5_000,
  completion_text_token_price: 60_000,
  prompt_text_token_price_long_context: 40_000,
  completion_text_token_price_long_context: 120_000,
  long_context_threshold: 200_000,
})
const mini = ratesOf({ prompt_text_token_price: 3_000, completion_text_token_price: 5_000 })
const usage = usageOf({ promptTokens: 637, cachedTokens: 512, billedOutputTokens: 173, serverToolCalls: 2 })

const explain = (billed: bigint, more: Partial<BilledRequest> = {}) => {
  const request = { usage, rates: grok46, serviceTier: 'default', ...more }
  return explainDifference({ ...request, computed: costOf(request.usage, request.rates, request), billed })
}

describe('explainDifference', () => {
  const tools = 100_000_000n
  const tokens = 125n * 20_000n + 512n * 5_000n + 173n * 60_000n
  const dear = costOf(usage, { ...grok46, longContext: null, input: 40_000n, output: 120_000n }).total

  it.each<[string, bigint, Partial<BilledRequest>]>([
    ['equal', tokens + tools, {}],
    ['cached-input', 637n * 20_000n + 173n * 60_000n + tools, {}],
    ['long-context', dear, {}],
    ['priority-tier', 2n * tokens + tools, {}],
    ['priority-tier', tokens + tools, { serviceTier: 'priority' }],
    ['tools', tokens, {}],
    ['region', ((tokens + tools) * 11n) / 10n, {}],
    ['region', (tokens * 11n) / 10n + tools, {}],
    ['another-model', 637n * 3_000n + 173n * 5_000n + tools, { otherRates: [mini] }],
  ])('proves %s by computing the bill again', (kind, billed, more) => {
    const difference = explain(billed, more)
    const computed = costOf(usage, grok46, { serviceTier: more.serviceTier ?? null }).total
    expect(difference).toEqual({
      kind,
      delta: billed - computed,
      ...(kind === 'equal' ? {} : { proven: true }),
    })
  })

  it('takes either rounding of a regional price that is no whole number of ticks', () => {
    const odd = {
      usage: usageOf({ promptTokens: 1, billedOutputTokens: 0 }),
      rates: { ...grok46, input: 3n },
    }
    expect(explain(4n, odd)).toMatchObject({ kind: 'region', delta: 1n, proven: true })
    expect(explain(0n, { ...odd, usage: usageOf({ promptTokens: 0, billedOutputTokens: 0 }) })).toMatchObject(
      {
        kind: 'equal',
      },
    )
  })

  it('knows the long tier also when the bill left it out', () => {
    const long = usageOf({ promptTokens: 200_000, billedOutputTokens: 1 })
    const billed = 200_000n * 20_000n + 60_000n
    expect(explain(billed, { usage: long })).toMatchObject({ kind: 'long-context', proven: true })
  })

  it.each([
    // One attachment search at $10, one collection search at $2.50 for 1,000 (reference 8).
    [tokens + tools + 100_000_000n, {}, 'tools'],
    [tokens + tools + 25_000_000n, {}, 'tools'],
    [tokens + tools + 7n, { askedModel: 'grok-4.5', servedModel: 'grok-4.6' }, 'another-model'],
    [tokens + tools + 7n, { askedModel: 'grok-4.6', servedModel: 'grok-4.6' }, 'unknown'],
    [tokens + tools - 7n, {}, 'unknown'],
    [0n, {}, 'unknown'],
  ])('of a bill of %s with %j is guessed as %s', (billed, more, kind) => {
    const difference = explain(billed, more)
    expect(difference).toMatchObject({ kind, delta: billed - tokens - tools })
    expect(difference).not.toHaveProperty('proven', true)
  })

  it('sees a cache discount that the catalog does not tell', () => {
    const cached = usageOf({ promptTokens: 12, cachedTokens: 2, billedOutputTokens: 229 })
    // Captured bill of grok-3-mini; the rates have no cached price here.
    expect(explain(1_176_500n, { usage: cached, rates: mini })).toEqual({
      kind: 'cached-input',
      delta: -4_500n,
      proven: false,
    })
  })
})
