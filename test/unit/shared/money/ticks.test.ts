import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatUsd, parseUsd, TICKS_PER_USD } from '../../../../shared/money/ticks.ts'

const anyTicks = fc.oneof(fc.bigInt(), fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }))

describe('formatUsd', () => {
  it.each([
    [0n, '$0.00'],
    [1n, '$0.0000000001'],
    [-1n, '-$0.0000000001'],
    // Captured bill of grok-3-mini (reference 5.1): 0.00011765 USD.
    [1_176_500n, '$0.00011765'],
    [5_000_000_000n, '$0.50'],
    [TICKS_PER_USD, '$1.00'],
    [-TICKS_PER_USD, '-$1.00'],
    [12_345_000_000_000n, '$1234.50'],
    [10n ** 40n, `$1${'0'.repeat(30)}.00`],
  ])('writes %s ticks exactly', (ticks, text) => {
    expect(formatUsd(ticks)).toBe(text)
    expect(formatUsd(ticks, { digits: 'exact' })).toBe(text)
  })

  it.each([
    [12_345_678_900_000_000n, '$1,234,567.89'],
    [-123_450_000_000_000n, '-$12,345.00'],
    [9_990_000_000_000n, '$999.00'],
  ])('groups thousands of %s', (ticks, text) => {
    expect(formatUsd(ticks, { thousands: ',' })).toBe(text)
  })

  it.each([
    [TICKS_PER_USD, 2, '$1.00'],
    [15_000_000_000n, 0, '≈$2'],
    [12_345_000_000n, 2, '≈$1.23'],
    [12_350_000_000n, 2, '≈$1.24'],
    [-12_350_000_000n, 2, '≈-$1.24'],
    [1n, 2, '<$0.01'],
    [-1n, 2, '>-$0.01'],
    [0n, 4, '$0.0000'],
    [1n, 99, '$0.0000000001'],
    [TICKS_PER_USD, Number.NaN, '$1'],
  ])('says when %s with %s decimals is not exact', (ticks, digits, text) => {
    expect(formatUsd(ticks, { digits })).toBe(text)
  })

  it('never shows zero for an amount that is not zero', () => {
    fc.assert(
      fc.property(
        anyTicks,
        fc.constantFrom('auto' as const, 'exact' as const, 0, 2, 4, 10),
        (ticks, digits) => {
          const reads0 = /^-?\$0(\.0*)?$/.test(formatUsd(ticks, { digits }))
          expect(reads0).toBe(ticks === 0n)
        },
      ),
    )
  })
})

describe('parseUsd', () => {
  it('gives back every amount that formatUsd wrote', () => {
    fc.assert(
      fc.property(anyTicks, fc.constantFrom('', ','), (ticks, thousands) => {
        expect(parseUsd(formatUsd(ticks, { digits: 'exact', thousands }))).toBe(ticks)
      }),
    )
  })

  it.each([
    ['$1,234.50', 12_345_000_000_000n],
    ['1234.5', 12_345_000_000_000n],
    ['  $2 ', 20_000_000_000n],
    ['\t-$1.00\n', -TICKS_PER_USD],
    ['$-1', -TICKS_PER_USD],
    ['−1', -TICKS_PER_USD],
    ['+1', TICKS_PER_USD],
    ['.5', 5_000_000_000n],
    ['5.', 50_000_000_000n],
    ['0.0000000001', 1n],
    ['0.00000000010000', 1n],
    ['-0', 0n],
  ])('reads %j', (text, ticks) => {
    expect(parseUsd(text)).toBe(ticks)
  })

  it.each([
    '',
    ' ',
    '$',
    '.',
    '-',
    '1,23',
    '12,34,567',
    ',123',
    '1,50',
    '1e5',
    '0x10',
    '1.2.3',
    '- -1',
    '-$-1',
    '€5',
    '1 2',
    '٣',
    'NaN',
    'Infinity',
    '≈$1.23',
    '<$0.01',
    '0.00000000001',
  ])('refuses %j', (text) => {
    expect(parseUsd(text)).toBeNull()
  })

  it('refuses more digits than any amount has', () => {
    expect(parseUsd('9'.repeat(1_000_000))).toBeNull()
  })

  it('refuses or reads any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => ['bigint', 'object'].includes(typeof parseUsd(text))))
  })
})
