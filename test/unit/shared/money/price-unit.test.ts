import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPrice, formatPriceColumn, type PriceUnit } from '../../../../shared/money/price-unit.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'

describe('formatPrice', () => {
  it.each<[bigint, PriceUnit, string]>([
    // Reference 1: 20000 is $2.00 for a million tokens.
    [20_000n, 'per-million', '$2.00'],
    [20_000n, 'per-thousand', '$0.002'],
    [20_000n, 'per-token', '$0.000002'],
    [20_000n, 'raw', '20000'],
    // grok-3-mini, cached: $0.075.
    [750n, 'per-million', '$0.075'],
    [750n, 'per-token', '$0.000000075'],
    [0n, 'per-million', '$0.00'],
    [1n, 'per-million', '$0.0001'],
  ])('shows %s %s as %s', (price, unit, text) => {
    expect(formatPrice(price, unit)).toBe(text)
  })

  it('is exact in every unit', () => {
    const counts = { 'per-million': 1_000_000n, 'per-thousand': 1_000n, 'per-token': 1n }
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 60n }),
        fc.constantFrom('per-million' as const, 'per-thousand' as const, 'per-token' as const),
        (price, unit) => {
          expect(parseUsd(formatPrice(price, unit))).toBe(price * counts[unit])
        },
      ),
    )
  })
})

describe('formatPriceColumn', () => {
  it('gives every price as many decimals as the longest needs, and keeps unknown unknown', () => {
    expect(formatPriceColumn([20_000n, null, 750n, 0n], 'per-million')).toEqual([
      '$2.000',
      null,
      '$0.075',
      '$0.000',
    ])
  })

  it('leaves raw integers alone', () => {
    expect(formatPriceColumn([20_000n, 750n], 'raw')).toEqual(['20000', '750'])
  })
})
