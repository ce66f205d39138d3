import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLikelyAnswer } from '../../../../electron/services/likely-answer.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { ASSUMED_ANSWER } from '../../../../shared/estimate/likely-answer.ts'
import type { Budget } from '../../../../shared/ledger/budget.ts'
import { verdictOf } from '../../../../shared/ledger/budget-verdict.ts'
import { projectSpend } from '../../../../shared/ledger/projection.ts'
import { heldCost } from '../../../../shared/pricing/held-cost.ts'
import { sampleRates, sampleUsage } from '../../../support/ledger-rows.ts'
import { leaves, ledgerBench, settled } from './ledger-bench.ts'

/** A request of the bench is expected to cost 100 prompt tokens × 30,000 ticks. */
const EXPECTED = 3_000_000n

function budget(parts: Partial<Budget> = {}): Budget {
  const base = {
    id: 'b1',
    scope: 'day',
    subject: null,
    limit: 10n * EXPECTED,
    warnPercent: 50,
    stop: true,
  } as const
  return { ...base, ...parts }
}

type Bench = ReturnType<typeof ledgerBench>

function spend(bench: Bench, id: string, billed: bigint, conversationId = 'c1'): void {
  const followed = bench.follow(id, conversationId)
  followed.watch(leaves(1))
  followed.settle(settled({ usage: sampleUsage({ billed }) }))
}

function reachedBudget(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof ServiceFailure
      ? { code: error.failure.code, id: error.failure.budget?.budget.id }
      : error
  }
}
const reached = { code: 'budget-reached', id: 'b1' }

describe('what a request is held to cost', () => {
  const request = { rates: sampleRates, thinks: false, parameters: {} }

  it('is its prompt and an answer as long as they usually are, or the longest that it allows', () => {
    const tokens = { prompt: 100, images: 0, answer: 40 }
    const { input, output } = sampleRates
    const cost = (answer: number) => 100n * (input ?? 0n) + BigInt(answer) * (output ?? 0n)
    expect(heldCost(request, tokens)).toBe(cost(40))
    expect(heldCost({ ...request, parameters: { n: 3 } }, tokens)).toBe(cost(120))
    expect(heldCost({ ...request, parameters: { maxCompletionTokens: 900 } }, tokens)).toBe(cost(900))
    expect(heldCost({ ...request, rates: null }, tokens)).toBe(0n)
    // A limit does not cap the reasoning.
    const capped = { ...request, parameters: { maxCompletionTokens: 10 } }
    expect(heldCost(capped, tokens)).toBe(cost(10))
    expect(heldCost({ ...capped, thinks: true }, tokens)).toBe(cost(40))
    expect(heldCost({ ...request, thinks: true, parameters: { maxCompletionTokens: 900 } }, tokens)).toBe(
      cost(900),
    )
  })

  it('rests on the answers of the conversation, then on those of the model, then on a guess', () => {
    const bench = ledgerBench()
    const lengthFor = createLikelyAnswer(bench.reader)
    const answered = (id: string, conversationId: string, billedOutputTokens: number) => {
      const followed = bench.follow(id, conversationId)
      followed.watch(leaves(1))
      followed.settle(settled({ usage: { ...sampleUsage({ billed: 5n }), billedOutputTokens } }))
    }
    const asked = { target: bench.target, modelId: 'grok-4-0709', conversationId: 'c1' }
    expect(lengthFor(asked)).toEqual({ tokens: ASSUMED_ANSWER, from: 'assumed' })
    for (const [index, tokens] of [700, 800, 900].entries()) answered(`other-${index}`, 'c2', tokens)
    expect(lengthFor(asked)).toEqual({ tokens: 800, from: 'model' })
    for (const [index, tokens] of [10, 30, 20].entries()) answered(`own-${index}`, 'c1', tokens)
    expect(lengthFor(asked)).toEqual({ tokens: 20, from: 'conversation' })
    expect(lengthFor({ ...asked, conversationId: null, modelId: 'never-asked' }).from).toBe('assumed')
  })

  it('counts towards the limit with the answer that is likely', async () => {
    const bench = ledgerBench({ answerTokens: () => 1_000 })
    await bench.budgets.save(budget({ limit: 10n * EXPECTED }))
    expect(reachedBudget(() => bench.follow('long'))).toEqual(reached)
  })
})

describe('a budget that stops', () => {
  it('refuses before anything is written, and says which and how far', async () => {
    const bench = ledgerBench()
    await bench.budgets.save(budget())
    spend(bench, 'a', 10n * EXPECTED)
    expect(reachedBudget(() => bench.follow('b'))).toEqual(reached)
    expect(bench.reader.count({ period: { from: null, to: null }, filter: { demo: false } })).toBe(1)
  })

  it('counts what is under way, so that fast repeats cannot pass it', async () => {
    const bench = ledgerBench()
    await bench.budgets.save(budget({ limit: 3n * EXPECTED }))
    const underWay = ['a', 'b', 'c'].map((id) => bench.follow(id))
    expect(reachedBudget(() => bench.follow('d'))).toEqual(reached)
    underWay[0]?.watch(leaves(1))
    underWay[0]?.settle(settled({ usage: sampleUsage({ billed: 1n }) }))
    expect(reachedBudget(() => bench.follow('e'))).toEqual(reached)
    underWay[1]?.settle(settled())
    expect(reachedBudget(() => bench.follow('f'))).toBeNull()
  })

  it.each([
    ['a request', { scope: 'request', limit: EXPECTED - 1n }, true],
    ['a request that may cost it', { scope: 'request', limit: EXPECTED }, false],
    ['this conversation', { scope: 'conversation', limit: 1n }, true],
    ['another conversation', { scope: 'conversation', subject: 'c2', limit: 1n }, false],
    ['this month', { scope: 'month', limit: 1n }, true],
    ['this key', { scope: 'key', limit: 1n }, true],
    ['another key', { scope: 'key', subject: 'xai-...none', limit: 1n }, false],
    ['what only warns', { scope: 'day', limit: 1n, stop: false }, false],
  ] as const)('for %s', async (_what, parts, stops) => {
    const bench = ledgerBench()
    spend(bench, 'a', 5n)
    await bench.budgets.save(budget(parts))
    expect(reachedBudget(() => bench.follow('b'))).toEqual(stops ? reached : null)
  })

  it('is foretold by what the card asks, whatever the budget and whatever was spent', async () => {
    const amount = fc.bigInt({ min: 1n, max: 4n * EXPECTED })
    const scope = fc.constantFrom('request', 'conversation', 'day', 'month', 'key')
    await fc.assert(
      fc.asyncProperty(
        ...[scope, amount, amount, fc.nat({ max: 2 }), fc.boolean()],
        async (scopeOf, limit, spent, underWay, stop) => {
          const bench = ledgerBench()
          spend(bench, 'a', spent)
          for (let one = 0; one < underWay; one += 1) bench.follow(`under-way-${one}`)
          await bench.budgets.save(budget({ scope: scopeOf, limit, stop }))
          const states = await bench.budgets.preview({ conversationId: 'c1', expected: EXPECTED })
          const verdicts = states.map((state) => verdictOf(state, EXPECTED))
          expect(reachedBudget(() => bench.follow('b')) !== null).toBe(verdicts.includes('stops'))
          expect(verdicts.some((verdict) => verdict === (stop ? 'passes' : 'stops'))).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('begins anew with the day', async () => {
    const bench = ledgerBench()
    await bench.budgets.save(budget())
    spend(bench, 'a', 10n * EXPECTED)
    bench.time.pass(86_400_000)
    expect(reachedBudget(() => bench.follow('b'))).toBeNull()
  })

  it('lets one request pass on the word of the person, once and for a minute', async () => {
    const bench = ledgerBench()
    await bench.budgets.save(budget({ limit: 1n }))
    bench.budgets.allowOnce({ requestId: 'other', budgetIds: ['b1'] })
    bench.budgets.allowOnce({ requestId: 'b', budgetIds: ['b2'] })
    expect(reachedBudget(() => bench.follow('b'))).toEqual(reached)
    bench.budgets.allowOnce({ requestId: 'b', budgetIds: ['b1'] })
    expect(reachedBudget(() => bench.follow('b'))).toBeNull()
    expect(reachedBudget(() => bench.follow('b'))).toEqual(reached)
    bench.budgets.allowOnce({ requestId: 'c', budgetIds: ['b1'] })
    bench.time.pass(60_001)
    expect(reachedBudget(() => bench.follow('c'))).toEqual(reached)
  })
})

describe('notices', () => {
  it('come once for each threshold, again in the next span, and again when the budget is changed', async () => {
    const bench = ledgerBench()
    await bench.budgets.save(budget({ stop: false }))
    const levels = () => bench.told.map(({ level }) => level)
    spend(bench, 'a', 4n * EXPECTED)
    expect(levels()).toEqual([])
    spend(bench, 'b', 1n * EXPECTED)
    spend(bench, 'c', 1n * EXPECTED)
    expect(levels()).toEqual(['warned'])
    spend(bench, 'd', 9n * EXPECTED)
    spend(bench, 'e', 1n)
    expect(levels()).toEqual(['warned', 'reached'])
    await bench.budgets.save(budget({ stop: false, warnPercent: 99 }))
    spend(bench, 'f', 1n)
    expect(levels()).toEqual(['warned', 'reached', 'reached'])
  })
})

describe('the state of the budgets', () => {
  it('says what is spent and projected, and that something is unknown', async () => {
    const bench = ledgerBench()
    for (const day of ['a', 'b', 'c', 'd', 'e']) {
      spend(bench, day, 1_000n)
      bench.time.pass(0)
    }
    bench.follow('lost').watch(leaves(1))
    bench.store.settlePending()
    const read = await bench.budgets.read()
    expect(read).toMatchObject({
      demo: false,
      today: { ticks: 5_000n, atLeast: true },
      month: { ticks: 5_000n },
    })
    // One day alone says nothing of the others.
    expect(read.projection).toBeNull()
  })

  it('projects with a range that is wider the more the days differ', () => {
    expect(projectSpend(100n, [10n, 10n, 10n], 5)).toEqual({ likely: 150n, low: 150n, high: 150n })
    const uneven = projectSpend(100n, [0n, 10n, 20n], 5)
    expect(uneven).toMatchObject({ likely: 150n })
    expect(uneven && uneven.low < 150n && uneven.low >= 100n && uneven.high > 150n).toBe(true)
    expect(projectSpend(100n, [10n, 10n], 5)).toBeNull()
    expect(projectSpend(100n, [5n, 6n, 7n], 0)).toEqual({ likely: 100n, low: 100n, high: 100n })
  })
})
