import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOfImage } from '../../../../shared/compare/image-tokens.ts'
import {
  DEFAULT_WORKLOAD,
  presetNames,
  presetOf,
  workloadPresets,
} from '../../../../shared/compare/presets.ts'
import { requestTokens, type Workload } from '../../../../shared/compare/workload.ts'
import {
  classAmount,
  costClasses,
  periods,
  requestsIn,
  workloadCost,
} from '../../../../shared/compare/workload-cost.ts'
import { anyRates, anyWorkload, grok43, mini } from './any-workload.ts'

const work: Workload = {
  requestsPerDay: 1_000,
  promptTokens: 10_000,
  cachedShare: 2_500,
  images: { count: 0, width: 1024, height: 1024, formula: 'patches-32' },
  answerTokens: 500,
  reasoning: { kind: 'share', share: 5_000 },
}

describe('tokens of a request', () => {
  it.each([
    // Reference 5.5: 1024² at high detail measured as 1,026 tokens in 2026, and at most 1,792 in 2025.
    [{ width: 1_024, height: 1_024, formula: 'patches-32' } as const, 1_026],
    [{ width: 33, height: 1, formula: 'patches-32' } as const, 4],
    [{ width: 448, height: 448, formula: 'tiles-448' } as const, 512],
    [{ width: 449, height: 448, formula: 'tiles-448' } as const, 768],
    [{ width: 8_000, height: 8_000, formula: 'tiles-448' } as const, 1_792],
  ])('of an image %j are %d', (image, tokens) => {
    expect(tokensOfImage(image)).toBe(tokens)
  })

  it('hold the images in the prompt, cache a share of the text only, and round shares down', () => {
    const images = { count: 2, width: 32, height: 32, formula: 'patches-32' } as const
    const tokens = requestTokens({ ...work, images, promptTokens: 999, cachedShare: 3_333, answerTokens: 3 })
    expect(tokens).toStrictEqual({
      promptTokens: 999 + 6,
      cachedTokens: 332,
      imageTokens: 6,
      answerTokens: 3,
      reasoningTokens: 1,
    })
  })
})

describe('cost of a workload', () => {
  it('is the sum by hand in every period', () => {
    // grok-3-mini: 7,500 × 3000 + 2,500 × 750 + (500 + 250) × 5000 ticks.
    const request = 22_500_000n + 1_875_000n + 3_750_000n
    expect(workloadCost(work, mini).totals).toStrictEqual({
      request,
      day: request * 1_000n,
      month: request * 30_000n,
      year: request * 365_000n,
    })
  })

  it('takes the long-context price for every token from the threshold on', () => {
    const at = (promptTokens: number) =>
      workloadCost({ ...work, promptTokens, cachedShare: 0, answerTokens: 0 }, grok43).request
    expect(at(199_999)).toMatchObject({ tier: 'standard', total: 199_999n * 12_500n })
    expect(at(200_000)).toMatchObject({ tier: 'long-context', total: 200_000n * 25_000n })
  })

  it('is at least the known part when a needed price is unknown, and whole when it is not needed', () => {
    const noOutput = { ...mini, output: null }
    const cost = workloadCost(work, noOutput)
    expect(cost.request).toMatchObject({ complete: false, total: 22_500_000n + 1_875_000n })
    expect(classAmount(cost, 'answer', 'day', work)).toStrictEqual({ kind: 'unknown' })
    expect(classAmount(cost, 'image-input', 'day', work)).toStrictEqual({ kind: 'none' })
    const silent = { ...work, answerTokens: 0, reasoning: { kind: 'tokens', tokens: 0 } } as const
    expect(workloadCost(silent, noOutput).request.complete).toBe(true)
  })

  it('has classes that add up to the total in every period', () => {
    fc.assert(
      fc.property(anyWorkload, anyRates, (workload, rates) => {
        const cost = workloadCost(workload, rates)
        for (const period of periods) {
          const parts = costClasses.map((name) => classAmount(cost, name, period, workload))
          const sum = parts.reduce((all, part) => all + (part.kind === 'known' ? part.ticks : 0n), 0n)
          expect(sum).toBe(cost.totals[period])
          expect(cost.totals[period]).toBe(cost.request.total * requestsIn(period, workload))
        }
      }),
    )
  })
})

describe('presets', () => {
  it.each(presetNames)('%s is recognised as itself only', (name) => {
    expect(presetOf(structuredClone(workloadPresets[name]))).toBe(name)
    expect(presetOf({ ...workloadPresets[name], requestsPerDay: 12_345 })).toBeNull()
  })

  it('start with one of them', () => {
    expect(presetOf(DEFAULT_WORKLOAD)).toBe('chat')
  })
})
