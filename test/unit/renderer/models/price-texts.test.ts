import { describe, expect, it } from 'vitest'
import {
  cachedPriceIsAssumed,
  columnPrice,
  longContextTier,
  priceLayout,
  priceText,
  priceTexts,
} from '../../../../renderer/features/models/language/price-texts.ts'
import { catalogRows } from '../../../../shared/catalog/catalog-row.ts'
import { sampleModel, sampleModels } from '../../../support/sample-catalog.ts'

const [tiered, mini, unpriced] = catalogRows(sampleModels, null)

describe('prices in the chosen unit', () => {
  it.each([
    { unit: 'per-million', expected: '$1.25' },
    { unit: 'per-thousand', expected: '$0.00125' },
    { unit: 'per-token', expected: '$0.00000125' },
    { unit: 'raw', expected: '12500' },
  ] as const)('shows 12,500 ticks $unit as $expected', ({ unit, expected }) => {
    expect(priceText(12_500n, unit)).toBe(expected)
    const remembered = priceTexts(unit)
    expect([remembered(12_500n), remembered(12_500n)]).toEqual([expected, expected])
  })

  it('keeps unknown unknown', () => {
    expect(priceText(null, 'per-million')).toBeNull()
    expect(priceTexts('raw')(null)).toBeNull()
  })

  it.each([
    { texts: ['$0.30', '$0.075', '$150.00', null], characters: 8, decimals: 3 },
    { texts: ['3000', '750'], characters: 4, decimals: 0 },
    { texts: [null], characters: 1, decimals: 0 },
    { texts: [], characters: 1, decimals: 0 },
  ])('keeps room for $characters characters with $decimals decimals', ({ texts, ...layout }) => {
    expect(priceLayout(texts)).toEqual(layout)
  })
})

describe('the long-context columns', () => {
  it('tell a tier, no tier and unknown apart', () => {
    expect([tiered, mini, unpriced].map((row) => row && longContextTier(row))).toEqual([
      'there',
      'none',
      'unknown',
    ])
  })

  it('show both prices of the tier', () => {
    expect(tiered && columnPrice(tiered, 'longContext')).toBe(25_000n)
    expect(tiered && columnPrice(tiered, 'longContextOutput')).toBe(50_000n)
    expect(mini && columnPrice(mini, 'longContext')).toBeNull()
  })
})

describe('the cached price', () => {
  it.each([
    { cached: 750n, assumed: false },
    { cached: 0n, assumed: true },
    { cached: null, assumed: true },
  ])('is assumed to be the input price when the list says $cached: $assumed', ({ cached, assumed }) => {
    const model = sampleModel('grok-3', { prices: { promptText: 30_000n, cachedPromptText: cached } })
    expect(catalogRows([model], null).map(cachedPriceIsAssumed)).toEqual([assumed])
  })

  it('is unknown, not assumed, when the input price is unknown too', () => {
    expect(unpriced && cachedPriceIsAssumed(unpriced)).toBe(false)
  })
})
