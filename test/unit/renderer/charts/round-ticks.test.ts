import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundTicks } from '../../../../renderer/ui/charts/round-ticks.ts'

describe('the numbers of an axis', () => {
  it.each([
    [2143, true, [0, 500, 1000, 1500, 2000, 2500]],
    [1, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [12, true, [0, 5, 10, 15]],
    [5.1, false, [0, 2, 4, 6]],
    [0.00396, false, [0, 0.001, 0.002, 0.003, 0.004]],
    [57, false, [0, 20, 40, 60]],
    [0, false, [0, 1]],
  ])('up to %d (whole: %s) are %j', (largest, whole, ticks) => {
    expect(roundTicks(largest, whole)).toEqual(ticks)
  })

  it('are few, begin at zero, and hold the largest value in the last step', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1e9, noNaN: true }), fc.boolean(), (largest, whole) => {
        const ticks = roundTicks(largest, whole)
        const [first, second = 0] = ticks
        expect(first).toBe(0)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-9))
        expect(ticks.at(-2)).toBeLessThan(largest)
        expect(Number.isInteger(second) || !whole).toBe(true)
      }),
    )
  })
})
