import { describe, expect, it } from 'vitest'
import { rateDifferences } from '../../../../shared/compare/rate-difference.ts'
import { referenceRates } from '../../../../shared/compare/reference-rates.ts'
import { grok43, mini } from './any-workload.ts'

describe('rates of a price package', () => {
  it('become exact ticks per token', () => {
    expect(referenceRates({ input_mtok: 0.3, cache_read_mtok: 0.075, output_mtok: 0.5 })).toStrictEqual({
      input: 3_000n,
      cachedInput: 750n,
      imageInput: null,
      output: 5_000n,
      perSource: null,
      longContext: null,
    })
  })

  it('take a tier that starts behind 199,999 tokens as the threshold of 200,000', () => {
    const tiered = (base: number, price: number) => ({ base, tiers: [{ start: 199_999, price }] })
    const rates = referenceRates({ input_mtok: tiered(1.25, 2.5), output_mtok: tiered(2.5, 5) })
    expect(rates?.longContext).toStrictEqual({
      threshold: 200_000,
      input: 25_000n,
      cachedInput: 25_000n,
      imageInput: null,
      output: 50_000n,
    })
  })

  it('are unknown where a price is no whole number of ticks', () => {
    expect(referenceRates({ input_mtok: 0.00005, output_mtok: 0.2288 })).toMatchObject({
      input: null,
      output: 2_288n,
    })
    expect(referenceRates({ input_mtok: 1e-9, output_mtok: 0 })).toMatchObject({ input: null, output: 0n })
  })

  it.each([
    ['no output price', { input_mtok: 1 }],
    [
      'two tiers',
      {
        input_mtok: {
          base: 1,
          tiers: [
            { start: 1, price: 2 },
            { start: 2, price: 3 },
          ],
        },
        output_mtok: 1,
      },
    ],
    [
      'tiers that start at different lengths',
      {
        input_mtok: { base: 1, tiers: [{ start: 1, price: 2 }] },
        output_mtok: { base: 1, tiers: [{ start: 2, price: 3 }] },
      },
    ],
    ['text for a price', { input_mtok: '1', output_mtok: 1 }],
  ])('are none with %s', (_, prices) => {
    expect(referenceRates(prices)).toBeNull()
  })
})

describe('differences to the live list', () => {
  it('name each price that both know and give differently', () => {
    const longContext = {
      ...grok43,
      threshold: 200_000,
      input: 25_000n,
      cachedInput: 4_000n,
      output: 60_000n,
    }
    expect(rateDifferences(grok43, { ...grok43, cachedInput: 5_000n, longContext })).toStrictEqual([
      { name: 'cachedInput', longContext: false, live: 2_000n, reference: 5_000n },
      { name: 'output', longContext: true, live: 50_000n, reference: 60_000n },
    ])
  })

  it('are none between equal prices, or where one of the two does not know', () => {
    expect(rateDifferences(grok43, grok43)).toStrictEqual([])
    expect(rateDifferences(mini, { ...mini, input: null, longContext: grok43.longContext })).toStrictEqual([])
  })
})
