import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedCost } from '../../../../renderer/features/playground/cost/expected-cost.ts'
import { costPoints } from '../../../../renderer/features/playground/costs/cost-points.ts'
import { placeOf } from '../../../../renderer/features/playground/messages/use-message-actions.ts'
import {
  NUMBERS,
  readNumber,
  readStops,
} from '../../../../renderer/features/playground/setup/parameter-facts.ts'
import { readSchema, readTools } from '../../../../renderer/features/playground/setup/read-tools.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { ASSUMED_ANSWER, likelyAnswer } from '../../../../shared/estimate/likely-answer.ts'
import { noUsage } from '../../../support/chat-feed.ts'
import { sampleModels } from '../../../support/sample-catalog.ts'
import { sampleMessage } from '../../../support/sample-conversation.ts'

const model: LanguageModel = {
  ...(sampleModels[1] ?? expect.fail('no sample model')),
  contextLength: 131_072,
  reasoningEfforts: null,
  prices: {
    ...(sampleModels[1]?.prices ?? expect.fail('no sample prices')),
    promptText: 3000n,
    cachedPromptText: 750n,
    promptImage: 3000n,
    completionText: 5000n,
    promptTextLongContext: 6000n,
    completionTextLongContext: 10_000n,
    longContextThreshold: 100_000,
  },
}
const asked = { model, parameters: {}, texts: 1000, images: [], likely: likelyAnswer([], () => []) }

describe('the cost before sending', () => {
  it('is prompt and assumed answer by the prices of the model, and at most the window filled up', () => {
    const { likely, largest, longest, answerFrom, contextShare, toLongContext } = expectedCost(asked)
    expect(answerFrom).toBe('assumed')
    expect(likely.total).toBe(1000n * 3000n + BigInt(ASSUMED_ANSWER) * 5000n)
    expect(longest).toBe(130_072)
    expect(largest?.total).toBe(1000n * 3000n + 130_072n * 5000n)
    expect(contextShare).toBeCloseTo(1000 / 131_072)
    expect(toLongContext).toBe(99_000)
  })

  it('takes an answer as long as they usually are, below the limit, for each choice', () => {
    const likely = likelyAnswer([10, 90, 40], () => [])
    expect(expectedCost({ ...asked, likely })).toMatchObject({ answer: 40, answerFrom: 'conversation' })
    const parameters = { maxCompletionTokens: 100, n: 2 }
    expect(expectedCost({ ...asked, likely: likelyAnswer([], () => [400]), parameters })).toMatchObject({
      ...{ answer: 200, answerFrom: 'model' },
    })
    expect(expectedCost({ ...asked, parameters: { maxCompletionTokens: 100 } }).longest).toBe(100)
  })

  it('knows that a limit does not cap the reasoning, and that nothing else may limit an answer', () => {
    const thinking = { ...model, reasoningEfforts: ['low', 'high'] }
    expect(
      expectedCost({ ...asked, model: thinking, parameters: { maxCompletionTokens: 100 } }).longest,
    ).toBe(130_072)
    const likely = likelyAnswer([], () => [400])
    const capped = { ...asked, likely, parameters: { maxCompletionTokens: 100 } }
    expect(expectedCost(capped).answer).toBe(100)
    expect(expectedCost({ ...capped, model: thinking }).answer).toBe(400)
    const endless = { ...model, contextLength: null }
    expect(expectedCost({ ...asked, model: endless }).largest).toBeNull()
    expect(expectedCost({ ...asked, model: endless }).contextShare).toBeNull()
  })

  it('counts images and turns to the long-context price for the whole request at its threshold', () => {
    const image = { hash: 'a', type: 'image/png' as const, width: 1024, height: 1024, bytes: 1 }
    expect(expectedCost({ ...asked, images: [image] }).prompt).toBe(1000 + 1026)
    const long = expectedCost({ ...asked, texts: 100_000 })
    expect(long.likely.tier).toBe('long-context')
    expect(long.likely.total).toBe(100_000n * 6000n + BigInt(ASSUMED_ANSWER) * 10_000n)
    expect(long.toLongContext).toBe(0)
  })
})

describe('the chart of costs', () => {
  const count = fc.bigInt(0n, 10_000_000_000n)
  it('has classes that sum to each total, and totals that sum to the line, whatever was billed', () => {
    const line = fc.record({
      kind: fc.constantFrom(
        'input' as const,
        'cached-input' as const,
        'answer' as const,
        'reasoning' as const,
        'priority' as const,
      ),
      tokens: fc.constant(1),
      rate: fc.constant(1n),
      amount: fc.option(count, { nil: null }),
    })
    const answers = fc.array(
      fc.record({ lines: fc.array(line, { maxLength: 6 }), billed: fc.option(count, { nil: null }) }),
    )
    fc.assert(
      fc.property(answers, (all) => {
        const points = costPoints(
          all.map(({ lines, billed }, index) => ({
            messageId: `m${index}`,
            at: index,
            model: 'grok-3-mini',
            onBranch: true,
            usage: { ...noUsage, billed },
            computed: { total: 0n, complete: false, tier: 'standard', lines },
          })),
        )
        let running = 0n
        let complete = true
        for (const { classes, total, running: shown, ...point } of points) {
          running += total
          complete &&= point.complete
          expect(point.runningComplete).toBe(complete)
          expect(Object.values(classes).reduce((sum, ticks) => sum + ticks, 0n)).toBe(total)
          expect(Object.values(classes).every((ticks) => ticks >= 0n)).toBe(true)
          expect(shown).toBe(running)
        }
      }),
    )
  })
})

describe('parameters typed by hand', () => {
  const facts = (name: string) => NUMBERS.find((one) => one.name === name) ?? expect.fail(name)
  it.each([
    ['temperature', '0.7', 0.7],
    ['temperature', '0,7', 0.7],
    ['temperature', ' ', 'none'],
    ['temperature', '2.1', 'wrong'],
    ['temperature', 'hot', 'wrong'],
    ['temperature', 'Infinity', 'wrong'],
    ['seed', '-5', -5],
    ['seed', '1.5', 'wrong'],
    ['n', '0', 'wrong'],
    ['maxCompletionTokens', '4096', 4096],
    ['maxCompletionTokens', '1,000', 1000],
    ['maxCompletionTokens', '1.000', 1000],
    ['maxCompletionTokens', '128 000', 128_000],
    ['maxCompletionTokens', '1,000,000', 1_000_000],
    ['maxCompletionTokens', '1,5', 'wrong'],
    ['maxCompletionTokens', '1,000.5', 'wrong'],
    ['maxCompletionTokens', '0x10', 'wrong'],
    ['temperature', '1e0', 'wrong'],
    ['topP', '.5', 0.5],
  ])('%s: %j is %j', (name, text, value) => {
    expect(readNumber(text, facts(name))).toBe(value)
  })

  it('reads stops line by line and nothing as no parameter', () => {
    expect(readStops('a\n\n b')).toEqual(['a', ' b'])
    expect(readStops('\n')).toBeUndefined()
  })

  it('takes tools and schemas in our form and in the API’s', () => {
    const tool = { name: 'weather', parameters: { type: 'object', properties: {} } }
    expect(readTools([tool])).toEqual([tool])
    expect(readTools({ type: 'function', function: tool })).toEqual([tool])
    expect(readTools([{ type: 'function', ...tool }])).toEqual([tool])
    expect(readTools([])).toBeNull()
    expect(readTools([{ title: 'x' }])).toBeNull()
    const schema = { name: 'score', schema: { type: 'object' } }
    expect(readSchema(schema)).toEqual({ kind: 'json-schema', ...schema })
    expect(readSchema({ type: 'json_schema', json_schema: schema })).toEqual({
      kind: 'json-schema',
      ...schema,
    })
    expect(readSchema('x')).toBeNull()
  })
})

describe('moving a message', () => {
  const messages = ['a', 'b', 'c'].map((id) => sampleMessage({ id }))
  it.each([
    ['a', 'up', null],
    ['b', 'up', { kind: 'start' }],
    ['c', 'up', { kind: 'after', messageId: 'a' }],
    ['a', 'down', { kind: 'after', messageId: 'b' }],
    ['c', 'down', null],
    ['gone', 'up', null],
  ] as const)('%s %s', (id, direction, place) => {
    expect(placeOf(messages, id, direction)).toEqual(place)
  })
})
