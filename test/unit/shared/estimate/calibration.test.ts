import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '../../../../shared/estimate/calibration.ts'
import type { EstimateSample } from '../../../../shared/estimate/estimate-sample.ts'
import { estimateTokens } from '../../../../shared/estimate/estimate-tokens.ts'
import { medianSlope, weightedMedian } from '../../../../shared/estimate/median.ts'
import { estimatePrompt, estimateText, rawPrompt } from '../../../../shared/estimate/prompt-estimate.ts'
import { TEXT_KINDS, type TextKind } from '../../../../shared/estimate/text-kind.ts'

let clock = 0
function sampleOf(parts: Partial<EstimateSample>): EstimateSample {
  clock += 1
  return { source: 'count', kind: 'prose', raw: 100, estimated: 100, actual: 100, at: clock, ...parts }
}
const count = (raw: number, actual: number, kind: TextKind = 'prose') => sampleOf({ raw, actual, kind })
const request = (raw: number, actual: number, kind: TextKind = 'prose') =>
  sampleOf({ source: 'request', raw, actual, kind })

const anySample = fc.record<EstimateSample>({
  source: fc.constantFrom('count', 'request'),
  kind: fc.constantFrom(...TEXT_KINDS),
  raw: fc.oneof(fc.nat(), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, Number.NaN)),
  estimated: fc.nat(),
  actual: fc.oneof(fc.nat(), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, Number.NaN)),
  at: fc.integer(),
})

describe('calibrate', () => {
  it('has a finite number everywhere, whatever the samples', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 30 }), fc.string(), (samples, text) => {
        const learned = calibrate(samples)
        for (const kind of TEXT_KINDS) {
          const { ratio, within } = learned.ratios[kind]
          expect(ratio).toBeGreaterThanOrEqual(0.1)
          expect(ratio).toBeLessThanOrEqual(10)
          expect(within === null || (Number.isFinite(within) && within >= 0)).toBe(true)
        }
        expect(learned.overhead === null || Number.isSafeInteger(learned.overhead.tokens)).toBe(true)
        expect(learned.overhead?.tokens ?? 0).toBeGreaterThanOrEqual(0)
        const { total, within } = estimatePrompt(rawPrompt([text]), learned)
        expect(Number.isSafeInteger(total)).toBe(true)
        expect(within === null || Number.isFinite(within)).toBe(true)
      }),
    )
  })

  it('says that it knows nothing when it does', () => {
    const { ratios, overhead } = calibrate([])
    expect(ratios.code).toEqual({ ratio: 1, from: 'nothing', samples: 0, within: null })
    expect(overhead).toBeNull()
  })

  it('finds the ratio of each kind of text, and takes those of others only while it has none', () => {
    const { ratios } = calibrate([count(100, 120, 'code'), count(200, 240, 'code'), count(500, 450, 'cjk')])
    expect(ratios.code).toMatchObject({ ratio: 1.2, from: 'this-kind', samples: 2 })
    expect(ratios.cjk).toMatchObject({ ratio: 0.9, from: 'this-kind', samples: 1 })
    expect(ratios.json.from).toBe('other-kinds')
    expect(ratios.json.ratio).toBeGreaterThanOrEqual(0.9)
    expect(ratios.json.ratio).toBeLessThanOrEqual(1.2)
  })

  it('finds ratio and overhead again though a quarter of the requests had something else in their prompt', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.7, max: 1.4, noNaN: true }),
        fc.integer({ min: 0, max: 700 }),
        fc.array(fc.integer({ min: 20, max: 1_000 }), { minLength: 12, maxLength: 20 }),
        (ratio, hidden, raws) => {
          const samples = raws.map((raw, index) =>
            request(raw, Math.round(raw * ratio) + hidden + (index % 4 === 3 ? 5_000 : 0)),
          )
          const counts = raws.slice(0, 5).map((raw) => count(raw, Math.round(raw * ratio)))
          const { overhead } = calibrate([...counts, ...samples])
          // Rounding moves the ratio of a text of 20 tokens by a fortieth at most.
          expect(Math.abs((overhead?.tokens ?? 0) - hidden)).toBeLessThan(130)
          expect(overhead?.samples).toBe(raws.length)
        },
      ),
    )
  })

  it('learns from bills alone when nothing was ever counted', () => {
    const samples = [50, 400, 900, 2_000, 5_000].map((raw) => request(raw, Math.round(raw * 1.1) + 185))
    const { ratios, overhead } = calibrate(samples)
    expect(ratios.prose.from).toBe('requests')
    expect(ratios.prose.ratio).toBeCloseTo(1.1, 2)
    expect(overhead?.tokens).toBeGreaterThan(180)
    expect(overhead?.tokens).toBeLessThan(190)
    expect(overhead?.within).toBeLessThan(0.02)
  })

  it('takes the first bill for what it is: one', () => {
    const { overhead, ratios } = calibrate([request(1, 637)])
    expect(overhead).toEqual({ tokens: 636, samples: 1, within: null })
    expect(ratios.prose.from).toBe('nothing')
  })

  it('says how far it was off at most, measured on samples that the fit had not seen', () => {
    const exact = calibrate([count(100, 110), count(300, 330), count(500, 550)])
    expect(exact.ratios.prose.within).toBeCloseTo(0, 5)
    const spread = calibrate([count(100, 100), count(1_000, 1_000), count(1_000, 1_050)])
    expect(spread.ratios.prose.within).toBeCloseTo(50 / 1_000, 5)
  })

  it('gives no error for fewer than three samples, nor for texts too short to say', () => {
    expect(calibrate([count(100, 110), count(300, 330)]).ratios.prose.within).toBeNull()
    expect(calibrate([count(3, 4), count(5, 4), count(9, 9)]).ratios.prose.within).toBeNull()
  })

  it('looks at the newest twenty only', () => {
    const old = Array.from({ length: 30 }, () => count(100, 300))
    const young = Array.from({ length: 20 }, () => count(100, 110))
    expect(calibrate([...old, ...young]).ratios.prose).toMatchObject({ ratio: 1.1, samples: 20 })
  })
})

describe('estimates', () => {
  it('add the overhead of a request to its texts', () => {
    const texts = ['You are brief.', 'What is a token?']
    const raw = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
    const learned = calibrate([count(100, 200), request(100, 385)])
    expect(estimatePrompt(rawPrompt(texts), learned)).toMatchObject({ text: raw * 2, total: raw * 2 + 185 })
  })

  it('of no text is nothing, and of any text at least one', () => {
    const learned = calibrate([count(1_000, 100)])
    expect(estimateText('', learned).tokens).toBe(0)
    expect(estimateText('a', learned).tokens).toBe(1)
  })
})

describe('medians', () => {
  it('lie between the smallest and the largest value', () => {
    const values = fc.array(
      fc.record({
        value: fc.double({ noNaN: true, noDefaultInfinity: true }),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(values, (list) => {
        const middle = weightedMedian(list)
        const numbers = list.map(({ value }) => value)
        expect(middle).toBeGreaterThanOrEqual(Math.min(...numbers))
        expect(middle).toBeLessThanOrEqual(Math.max(...numbers))
      }),
    )
  })

  it('give way to no outlier with less than half of the weight', () => {
    expect(weightedMedian([1, 1, 1, 1e9, -1e9].map((value) => ({ value, weight: 1 })))).toBe(1)
    expect(weightedMedian([])).toBeNull()
  })

  it('need points that are apart for a slope', () => {
    const points = [10, 20, 500].map((x) => ({ x, y: 3 * x + 7 }))
    expect(medianSlope(points, 64)).toBeCloseTo(3)
    expect(medianSlope(points.slice(0, 2), 64)).toBeNull()
  })
})
