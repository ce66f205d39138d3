import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundText, parseBound } from '../../../../renderer/features/models/filters/price-bound.ts'

describe('a typed price bound', () => {
  it.each([
    { text: '1.25', unit: 'per-million', ticks: 12_500n },
    { text: ' $2 ', unit: 'per-million', ticks: 20_000n },
    { text: '0.002', unit: 'per-thousand', ticks: 20_000n },
    { text: '0.000002', unit: 'per-token', ticks: 20_000n },
    { text: '20000', unit: 'raw', ticks: 20_000n },
    { text: '0', unit: 'per-million', ticks: 0n },
  ] as const)('$text $unit is $ticks ticks per token on both sides', ({ text, unit, ticks }) => {
    expect(parseBound(text, unit, 'min')).toBe(ticks)
    expect(parseBound(text, unit, 'max')).toBe(ticks)
  })

  it('is rounded so that the range does not grow', () => {
    // $0.00015 per 1M tokens is 1.5 ticks per token.
    expect(parseBound('0.00015', 'per-million', 'min')).toBe(2n)
    expect(parseBound('0.00015', 'per-million', 'max')).toBe(1n)
  })

  it.each(['', 'free', '-1', '1,5', '1e3', '1.5.2'])('is nothing when it is %j', (text) => {
    expect(parseBound(text, 'per-million', 'min')).toBeUndefined()
  })

  it('takes no fraction of a tick', () => {
    expect(parseBound('1.5', 'raw', 'min')).toBeUndefined()
  })

  it('reads back what it writes, in every unit', () => {
    const units = fc.constantFrom('per-million', 'per-thousand', 'per-token', 'raw')
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), units, (ticks, unit) => {
        expect(parseBound(boundText(ticks, unit), unit, 'min')).toBe(ticks)
      }),
    )
  })
})
