import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEven } from '../../../../shared/compare/break-even.ts'
import { costCurve, curveRange } from '../../../../shared/compare/cost-curve.ts'
import { DEFAULT_WORKLOAD } from '../../../../shared/compare/presets.ts'
import { variables } from '../../../../shared/compare/variable.ts'
import { anyRates, anyWorkload, grok2, grok43 } from './any-workload.ts'

describe('the drawn costs', () => {
  it('have the two neighbouring points of a jump, which stands in the range', () => {
    const result = breakEven(grok43, grok2, DEFAULT_WORKLOAD, 'prompt')
    const crossings = result.kind === 'compared' ? result.crossings : []
    const to = curveRange([grok43, grok2], DEFAULT_WORKLOAD, 'prompt', crossings)
    expect(to).toBe(250_000)
    const places = costCurve([grok43, grok2], DEFAULT_WORKLOAD, 'prompt', to, crossings).map(({ at }) => at)
    expect(places).toContain(199_999)
    expect(places).toContain(200_000)
  })

  it('never need more than 500 points, rise in order and stay in the range', () => {
    fc.assert(
      fc.property(
        anyRates,
        anyRates,
        anyWorkload,
        fc.constantFrom(...variables),
        (a, b, workload, variable) => {
          const result = breakEven(a, b, workload, variable)
          const crossings = result.kind === 'compared' ? result.crossings : []
          const to = curveRange([a, b], workload, variable, crossings)
          const places = costCurve([a, b], workload, variable, to, crossings).map(({ at }) => at)
          expect(places.length).toBeLessThanOrEqual(500)
          expect(places).toStrictEqual([...places].sort((one, other) => one - other))
          expect([places[0], places.at(-1)]).toStrictEqual([0, to])
        },
      ),
    )
  })
})
