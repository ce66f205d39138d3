import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repriced } from '../../../../shared/ledger/what-if.ts'
import { costOf } from '../../../../shared/pricing/cost.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import {
  anyOutcome,
  anyPlace,
  closedRowOf,
  openedRow,
  sampleRates,
  sampleUsage,
} from '../../../support/ledger-rows.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }
const cheap: Rates = {
  ...{ input: 2_000n, cachedInput: 500n, imageInput: 2_000n, output: 5_000n, perSource: 0n },
  longContext: { threshold: 50_000, input: 4_000n, cachedInput: 1_000n, imageInput: 4_000n, output: 10_000n },
}

describe('what if', () => {
  it('is exactly the sum of each request priced anew, long context by its own prompt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyPlace, anyOutcome), { maxLength: 30 }),
        fc.constantFrom(cheap, null),
        fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
        fc.constantFrom('default', 'priority', null),
        (rows, rates, cachedPercent, serviceTier) => {
          const { store, reader } = memoryLedger()
          for (const [index, [place, outcome]] of rows.entries()) {
            store.open(openedRow(`r${index}`, place))
            store.close(`r${index}`, outcome)
          }
          const found = reader.requestSums(everything, { rates, cachedPercent })
          const result = repriced(found.groups, { model: null, cachedPercent, serviceTier }, found.leftOut)
          const priced = reader.after(everything, 0, 100).filter(({ usage }) => usage?.promptTokens != null)
          const each = priced.map(({ usage, rates: own, serviceTier: tier }) => {
            if (usage === null || own === null) throw new Error('every row of this test has both')
            const cachedTokens =
              cachedPercent === null
                ? usage.cachedTokens
                : Math.floor(((usage.promptTokens ?? 0) * cachedPercent) / 100)
            return costOf({ ...usage, cachedTokens }, rates ?? own, { serviceTier: serviceTier ?? tier })
          })
          expect(result).toMatchObject({
            ...{ requests: priced.length, complete: true },
            instead: each.reduce((sum, { total }) => sum + total, 0n),
            actual: priced.reduce((sum, { spent }) => sum + spent, 0n),
            longContext: each.filter(({ tier }) => tier === 'long-context').length,
            leftOut: rows.filter(([, { state }]) => state === 'unknown').length,
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says the difference in ticks and percent', () => {
    const { store, reader } = memoryLedger()
    const usage = sampleUsage({
      promptTokens: 1000,
      cachedTokens: 0,
      answerTokens: 100,
      reasoningTokens: 0,
      billedOutputTokens: 100,
    })
    store.open(openedRow('a'))
    store.close('a', closedRowOf({ usage }))
    // 1000 × 30,000 + 100 × 150,000 = 45,000,000; 1000 × 2,000 + 100 × 5,000 = 2,500,000.
    const found = reader.requestSums(everything, { rates: cheap, cachedPercent: null })
    expect(
      repriced(found.groups, { model: 'cheap', cachedPercent: null, serviceTier: null }, 0),
    ).toMatchObject({
      ...{ actual: 45_000_000n, instead: 2_500_000n, difference: -42_500_000n, percent: -94.4444 },
    })
    const unknown = { ...sampleRates, output: null, longContext: null }
    const partly = reader.requestSums(everything, { rates: unknown, cachedPercent: null })
    expect(repriced(partly.groups, { model: 'x', cachedPercent: null, serviceTier: null }, 0).complete).toBe(
      false,
    )
  })
})
