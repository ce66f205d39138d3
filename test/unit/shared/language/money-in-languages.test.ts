import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../shared/language/language.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'

const amounts = ['0', '0.0000000001', '0.075', '1.5', '12', '1234.5', '1234567.0000000001', '-3.25'] as const

/** One text of an amount serves all languages of the app: should one come that writes dollars otherwise, this says so. */
describe('dollars', () => {
  it.each(LANGUAGES)('are written in %s as everywhere in the app', (language) => {
    const written = amounts.map((amount) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: 2,
        maximumFractionDigits: 10,
      }).format(amount),
    )
    const ticks = [0n, 1n, 750_000_000n, 15_000_000_000n, 120_000_000_000n, 12_345_000_000_000n]
    const ours = [...ticks, 12_345_670_000_000_001n, -32_500_000_000n].map((amount) =>
      formatUsd(amount, { digits: 'exact', thousands: ',' }),
    )
    expect(ours).toEqual(written)
  })
})
