import { describe, expect, it } from 'vitest'
import { languageRows } from '../../../../renderer/features/models/language-rows.ts'
import {
  cachedPriceIsAssumed,
  longContextText,
  priceDecimals,
  priceText,
} from '../../../../renderer/features/models/price-texts.ts'
import { sampleModel, sampleModels } from '../../../support/sample-catalog.ts'

const rows = languageRows(sampleModels)
const [tiered, mini, unpriced] = rows

describe('prices in the chosen unit', () => {
  it.each([
    { unit: 'per-million', expected: '$1.25' },
    { unit: 'per-thousand', expected: '$0.00125' },
    { unit: 'per-token', expected: '$0.00000125' },
    { unit: 'raw', expected: '12500' },
  ] as const)('shows 12,500 ticks $unit as $expected', ({ unit, expected }) => {
    expect(priceText(12_500n, unit)).toBe(expected)
  })

  it('keeps unknown unknown', () => {
    expect(priceText(null, 'per-million')).toBeNull()
  })

  it('keeps room for the longest price of each column', () => {
    expect(priceDecimals(rows, 'per-million')).toEqual({ input: 2, cachedInput: 3, output: 2 })
    expect(priceDecimals(rows, 'raw')).toEqual({ input: 0, cachedInput: 0, output: 0 })
    expect(priceDecimals([], 'per-token')).toEqual({ input: 0, cachedInput: 0, output: 0 })
  })
})

describe('the long-context column', () => {
  it('tells a tier, no tier and unknown apart', () => {
    expect(tiered && longContextText(tiered, 'per-million')).toEqual({
      kind: 'prices',
      input: '$2.50',
      output: '$5.00',
      threshold: 200_000,
    })
    expect(mini && longContextText(mini, 'per-million')).toEqual({ kind: 'none' })
    expect(unpriced && longContextText(unpriced, 'per-million')).toEqual({ kind: 'unknown' })
  })
})

describe('the cached price', () => {
  it.each([
    { cached: 750n, assumed: false },
    { cached: 0n, assumed: true },
    { cached: null, assumed: true },
  ])('is assumed to be the input price when the list says $cached: $assumed', ({ cached, assumed }) => {
    const model = sampleModel('grok-3', { prices: { promptText: 30_000n, cachedPromptText: cached } })
    expect(languageRows([model]).map(cachedPriceIsAssumed)).toEqual([assumed])
  })

  it('is unknown, not assumed, when the input price is unknown too', () => {
    expect(unpriced && cachedPriceIsAssumed(unpriced)).toBe(false)
  })
})
