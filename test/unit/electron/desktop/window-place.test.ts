import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../../electron/app/window-place.ts'

const MAIN = { x: 0, y: 24, width: 1920, height: 1056 }
const LEFT = { x: -1280, y: 0, width: 1280, height: 1024 }
const saved = { x: 60, y: 40, width: 1111, height: 701, maximized: false }

describe('where the window opens', () => {
  it.each([
    ['where it was left', saved, [MAIN], saved],
    ['on the screen beside', { ...saved, x: -1000 }, [MAIN, LEFT], { ...saved, x: -1000 }],
    ['on both screens, as it was', { ...saved, x: -500 }, [MAIN, LEFT], { ...saved, x: -500 }],
    ['maximized again', { ...saved, maximized: true }, [MAIN], { ...saved, maximized: true }],
  ])('is %s', (_where, was, areas, place) => {
    expect(placeOf(was, areas)).toEqual(place)
  })

  it('is in the middle of the main screen when its own is gone', () => {
    const gone = placeOf({ ...saved, x: -1200 }, [MAIN])
    expect(gone).toEqual({ width: 1111, height: 701, maximized: false })
    expect(placeOf(null, [MAIN])).toEqual({ width: 1280, height: 800, maximized: false })
  })

  it('is no larger than a screen that has become smaller', () => {
    const small = { x: 0, y: 0, width: 1366, height: 728 }
    const large = { x: 200, y: 100, width: 2400, height: 1300, maximized: false }
    expect(placeOf(large, [small])).toEqual({ ...small, maximized: false })
    expect(placeOf({ ...large, x: 5000 }, [small])).toEqual({ width: 1366, height: 728, maximized: false })
    expect(placeOf(null, [{ ...small, width: 1024, height: 740 }])).toMatchObject({
      width: 1024,
      height: 740,
    })
  })

  it('can always be seen, and is never smaller than its smallest size', () => {
    const whole = fc.integer({ min: -20_000, max: 20_000 })
    const size = fc.integer({ min: 1, max: 9000 })
    const area = fc.record({ x: whole, y: whole, width: size, height: size })
    const bounds = fc.record({ x: whole, y: whole, width: size, height: size, maximized: fc.boolean() })
    fc.assert(
      fc.property(bounds, fc.array(area, { minLength: 1, maxLength: 3 }), (was, areas) => {
        const place = placeOf(was, areas)
        expect(place.width).toBeGreaterThanOrEqual(800)
        expect(place.height).toBeGreaterThanOrEqual(560)
        const widest = Math.max(800, ...areas.map(({ width }) => width))
        expect(place.width).toBeLessThanOrEqual(widest)
        const { x, y } = place
        if (x === undefined || y === undefined) return
        const isOn = areas.some(
          (one) =>
            x + place.width > one.x &&
            y + place.height > one.y &&
            x < one.x + one.width &&
            y < one.y + one.height,
        )
        expect(isOn).toBe(true)
      }),
    )
  })
})
