import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEven } from '../../../../shared/compare/break-even.ts'
import { fractionNumber } from '../../../../shared/compare/fraction.ts'
import { DEFAULT_WORKLOAD } from '../../../../shared/compare/presets.ts'
import { mostTokens, tokensAt, type Variable, variables } from '../../../../shared/compare/variable.ts'
import { usageOf, type Workload } from '../../../../shared/compare/workload.ts'
import { costOf } from '../../../../shared/pricing/cost.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import { anyRates, anyWorkload, grok2, grok43, mini, unpriced } from './any-workload.ts'

const workload: Workload = { ...DEFAULT_WORKLOAD, reasoning: { kind: 'tokens', tokens: 0 } }

function compared(a: Rates, b: Rates, work: Workload, variable: Variable) {
  const result = breakEven(a, b, work, variable)
  if (result.kind !== 'compared') throw new Error(`expected a comparison, got ${result.kind}`)
  return result
}

function cheaperAt(a: Rates, b: Rates, work: Workload, variable: Variable, at: number) {
  const usage = usageOf(tokensAt(work, variable, at))
  const difference = costOf(usage, a).total - costOf(usage, b).total
  return difference === 0n ? 'same' : difference < 0n ? 'a' : 'b'
}

const plain = (input: bigint, cachedInput: bigint, output: bigint): Rates => ({
  input,
  cachedInput,
  imageInput: input,
  output,
  perSource: null,
  longContext: null,
})

describe('break-even', () => {
  it('finds the cached share where a dear model with a good discount becomes cheaper', () => {
    // 1,000 prompt tokens: 10·(1000-k) + 1·k against 7·1000 meet where 9k = 3000.
    const work = { ...workload, promptTokens: 1_000, answerTokens: 0 }
    const { crossings, segments } = compared(plain(10n, 1n, 0n), plain(7n, 7n, 0n), work, 'cached')
    expect(crossings).toStrictEqual([
      {
        kind: 'between',
        at: { numerator: 1_000n, denominator: 3n },
        below: 333,
        above: 334,
        before: 'b',
        after: 'a',
      },
    ])
    expect(segments).toStrictEqual([
      { from: 0, to: 333, cheaper: 'b' },
      { from: 334, to: 1_000, cheaper: 'a' },
    ])
  })

  it('finds the answer length at which both cost the same to the tick', () => {
    // 1,000 × 30 + 10·x = 1,000 × 20 + 20·x at exactly 1,000 tokens.
    const work = { ...workload, promptTokens: 1_000, cachedShare: 0 }
    const { crossings } = compared(plain(30n, 30n, 10n), plain(20n, 20n, 20n), work, 'answer')
    expect(crossings).toStrictEqual([
      {
        kind: 'equal',
        at: { numerator: 1_000n, denominator: 1n },
        below: 1_000,
        above: 1_000,
        before: 'b',
        after: 'a',
      },
    ])
  })

  it('sees the long-context tier as the jump that it is', () => {
    // $1.25 is cheaper than $2 until the tier of 200,000 tokens makes it $2.50.
    const work = { ...workload, cachedShare: 0, answerTokens: 0 }
    const { crossings } = compared(grok43, grok2, work, 'prompt')
    expect(crossings).toStrictEqual([
      {
        kind: 'equal',
        at: { numerator: 0n, denominator: 1n },
        below: 0,
        above: 0,
        before: 'same',
        after: 'a',
      },
      {
        kind: 'jump',
        at: { numerator: 200_000n, denominator: 1n },
        below: 199_999,
        above: 200_000,
        before: 'a',
        after: 'b',
      },
    ])
  })

  it('counts image tokens towards the tier', () => {
    const images = { count: 1, width: 1_024, height: 1_024, formula: 'patches-32' } as const
    const { crossings } = compared(grok43, grok2, { ...workload, images, cachedShare: 0 }, 'prompt')
    expect(crossings.map(({ kind, above }) => [kind, above])).toStrictEqual([['jump', 200_000 - 1_026]])
  })

  it('says who is cheaper everywhere when nothing crosses', () => {
    expect(compared(mini, grok43, workload, 'answer')).toStrictEqual({
      kind: 'compared',
      segments: [{ from: 0, to: 1_000_000, cheaper: 'a' }],
      crossings: [],
    })
    expect(compared(mini, mini, workload, 'answer').segments).toStrictEqual([
      { from: 0, to: 1_000_000, cheaper: 'same' },
    ])
  })

  it.each(variables)('does not compare unknown prices by %s', (variable) => {
    expect(breakEven(mini, unpriced, workload, variable)).toStrictEqual({ kind: 'not-comparable' })
    expect(breakEven({ ...mini, output: null }, grok43, workload, variable)).toStrictEqual({
      kind: 'not-comparable',
    })
  })

  it('needs no price of a class that never has tokens', () => {
    const work = { ...workload, cachedShare: 0 }
    expect(breakEven({ ...mini, imageInput: null }, grok43, work, 'prompt').kind).toBe('compared')
    // An unknown long-context price counts as soon as a prompt in the range may reach it.
    const longUnknown = { ...grok43, longContext: { ...mini, threshold: 200_000, output: null } }
    expect(breakEven(longUnknown, mini, work, 'prompt').kind).toBe('not-comparable')
    expect(breakEven(longUnknown, mini, work, 'answer').kind).toBe('compared')
  })
})

describe('every crossing', () => {
  const anyCase = fc.tuple(anyRates, anyRates, anyWorkload, fc.constantFrom(...variables))

  it('has equal costs to the tick at a whole count, else the other order at its two neighbours', () => {
    fc.assert(
      fc.property(anyCase, ([a, b, work, variable]) => {
        for (const crossing of compared(a, b, work, variable).crossings) {
          const at = (count: number) => cheaperAt(a, b, work, variable, count)
          if (crossing.kind === 'equal') {
            expect(at(crossing.above)).toBe('same')
            expect(fractionNumber(crossing.at)).toBe(crossing.above)
          } else {
            expect(crossing.above).toBe(crossing.below + 1)
            expect(at(crossing.below)).toBe(crossing.before)
            expect(at(crossing.below)).not.toBe(at(crossing.above))
            expect(fractionNumber(crossing.at)).toBeGreaterThan(crossing.below)
            expect(fractionNumber(crossing.at)).toBeLessThanOrEqual(crossing.above)
          }
          expect(crossing.before).not.toBe(crossing.after)
        }
      }),
    )
  })

  it('lies between segments that cover the whole range without a gap and tell the truth at their ends', () => {
    fc.assert(
      fc.property(anyCase, ([a, b, work, variable]) => {
        const { segments } = compared(a, b, work, variable)
        expect(segments[0]?.from).toBe(0)
        expect(segments.at(-1)?.to).toBe(mostTokens(work, variable))
        segments.forEach(({ from, to, cheaper }, index) => {
          expect(from).toBe((segments[index - 1]?.to ?? -1) + 1)
          expect(cheaperAt(a, b, work, variable, from)).toBe(cheaper)
          expect(cheaperAt(a, b, work, variable, to)).toBe(cheaper)
        })
      }),
    )
  })

  it('leaves no place inside a segment where the order is another one', () => {
    // Without a share that is rounded down, the costs are linear between tiers: every place can be asked.
    const exact = fc.record({
      a: anyRates,
      b: anyRates,
      work: anyWorkload,
      place: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(exact, fc.constantFrom(...variables), ({ a, b, work, place }, variable) => {
        const rounded = { ...work, cachedShare: 10_000, reasoning: { kind: 'tokens', tokens: 7 } } as const
        const at = Math.floor(place * mostTokens(rounded, variable))
        const segment = compared(a, b, rounded, variable).segments.find(
          ({ from, to }) => from <= at && at <= to,
        )
        expect(segment?.cheaper).toBe(cheaperAt(a, b, rounded, variable, at))
      }),
    )
  })
})
