import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Preferences } from '../../../../shared/contract/preferences.ts'
import { inSecondCurrency, parseRate } from '../../../../shared/money/second-currency.ts'

/** Whether it may be kept. */
function isTaken(secondCurrency: object): boolean {
  return Preferences.partial().safeParse({ secondCurrency }).success
}

describe('a rate that is typed', () => {
  it.each([
    ['0.92', '0.92'],
    [' 0,92 ', '0.92'],
    ['0,925', '0.925'],
    ['1,0850', '1.0850'],
    ['148', '148'],
    ['25400.5', '25400.5'],
    ['0.00000001', '0.00000001'],
  ])('%j is %s', (typed, rate) => {
    expect(parseRate(typed)).toBe(rate)
    expect(isTaken({ code: 'EUR', rate, date: '2026-11-20' })).toBe(true)
  })

  it.each([
    '',
    '0',
    '0.000',
    '-1',
    '1,234.5',
    '25,400',
    '1.234.5',
    '1e3',
    'Infinity',
    '.5',
    '5.',
    '123456789',
    '0.123456789',
    '٣',
  ])('%j is none', (typed) => {
    expect(parseRate(typed)).toBeNull()
  })
})

describe('an amount in another currency', () => {
  it('is the dollars times the rate', () => {
    expect(inSecondCurrency(20_000_000_000n, { rate: '0.92' })).toBe(1.84)
    expect(inSecondCurrency(1n, { rate: '150' })).toBe(0.000_000_015)
    expect(inSecondCurrency(-10_000_000_000n, { rate: '0.5' })).toBe(-0.5)
    expect(inSecondCurrency(0n, { rate: '0.92' })).toBe(0)
  })

  it('is off by no more than the last of fifteen digits, and never zero of what is not', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 24n }),
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        (ticks, whole, decimals) => {
          const digits = String(decimals).padStart(8, '0')
          const shown = inSecondCurrency(ticks, { rate: `${whole}.${digits}` })
          const exact = ticks * BigInt(`${whole}${digits}`)
          expect(shown).toBeGreaterThan(0)
          expect(Math.abs(shown / (Number(exact) / 1e18) - 1)).toBeLessThan(1e-14)
        },
      ),
    )
  })
})

it('takes no currency whose parts are not what they should be', () => {
  const good = { code: 'EUR', rate: '0.92', date: '2026-11-20' }
  for (const bad of [
    { ...good, code: 'eur' },
    { ...good, code: 'EURO' },
    { ...good, rate: '0' },
    { ...good, rate: '0,92' },
    { ...good, date: '2026-02-30' },
    { ...good, date: '20.11.2026' },
  ]) {
    expect(isTaken(bad)).toBe(false)
  }
})
