import { describe, expect, it } from 'vitest'
import {
  drawnPrice,
  historySteps,
  MOST_STEPS,
} from '../../../../renderer/features/models/panel/history-lines.ts'
import { sampleModel } from '../../../support/sample-catalog.ts'

const priced = (promptText: bigint) => sampleModel('grok-3', { prices: { promptText } }).prices
const DAY = 86_400_000

describe('the steps of a price history', () => {
  it('give the last price a length up to the last reading', () => {
    const history = {
      id: 'grok-3',
      points: [
        { readAt: DAY, prices: priced(30_000n) },
        { readAt: 3 * DAY, prices: priced(20_000n) },
      ],
      until: 5 * DAY,
    }
    expect(historySteps(history).map(({ at, promptText }) => [at / DAY, promptText])).toEqual([
      [1, 30_000n],
      [3, 20_000n],
      [5, 20_000n],
    ])
  })

  it('have no price while the model was not listed', () => {
    const history = { id: 'grok-3', points: [{ readAt: DAY, prices: null }], until: DAY }
    expect(historySteps(history)).toEqual([
      { at: DAY, promptText: null, cachedPromptText: null, completionText: null },
    ])
  })

  it('are the latest ones when there are too many to draw', () => {
    const points = Array.from({ length: MOST_STEPS + 20 }, (_, at) => ({
      readAt: at,
      prices: priced(BigInt(at)),
    }))
    const steps = historySteps({ id: 'grok-3', points, until: null })
    expect(steps).toHaveLength(MOST_STEPS)
    expect(steps.at(-1)?.promptText).toBe(BigInt(MOST_STEPS + 19))
  })
})

it.each([
  { unit: 'per-million', drawn: 2 },
  { unit: 'per-thousand', drawn: 0.002 },
  { unit: 'per-token', drawn: 0.000002 },
  { unit: 'raw', drawn: 20_000 },
] as const)('20,000 ticks are drawn at $drawn $unit', ({ unit, drawn }) => {
  expect(drawnPrice(20_000n, unit)).toBeCloseTo(drawn, 12)
  expect(drawnPrice(null, unit)).toBeNull()
})
