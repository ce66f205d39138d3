import type { Ticks } from '../money/ticks.ts'
import { costOf } from '../pricing/cost.ts'
import type { Rates } from '../pricing/price-schema.ts'
import type { Crossing } from './crossing.ts'
import { mostTokens, tokensAt, tokensNow, type Variable } from './variable.ts'
import { usageOf, type Workload } from './workload.ts'

/** The cost of one request with each of two models when the variable is `at` tokens. */
export type CurvePoint = { at: number; a: Ticks; b: Ticks }

const STEPS = 100

/**
 * Points for drawing two costs from 0 to `to` tokens: even steps, and both sides of every tier and crossing, so that
 * a jump is drawn between two neighbouring counts and no corner is cut. About a hundred points whatever the range.
 */
export function costCurve(
  rates: readonly [Rates, Rates],
  workload: Workload,
  variable: Variable,
  to: number,
  crossings: readonly Crossing[],
): CurvePoint[] {
  const even = Array.from({ length: STEPS + 1 }, (_, step) => Math.round((step * to) / STEPS))
  const corners = [...tierStarts(rates, workload, variable), ...crossings.map(({ above }) => above)]
  const places = [...even, ...corners.flatMap((at) => [at - 1, at])].filter((at) => at >= 0 && at <= to)
  return [...new Set(places)]
    .sort((one, other) => one - other)
    .map((at) => {
      const usage = usageOf(tokensAt(workload, variable, at))
      return { at, a: costOf(usage, rates[0]).total, b: costOf(usage, rates[1]).total }
    })
}

/** Where long-context tiers begin, in tokens of the variable; only a prompt that grows meets one. */
function tierStarts(rates: readonly Rates[], workload: Workload, variable: Variable): number[] {
  if (variable !== 'prompt') return []
  const { imageTokens } = tokensAt(workload, variable, 0)
  return rates.flatMap(({ longContext }) =>
    longContext === null ? [] : [longContext.threshold - imageTokens],
  )
}

/** Room around what has to be seen. */
const MARGIN = 1.25
const SMALLEST_RANGE = 1_000

/**
 * How far a drawing should reach, in tokens: twice where the workload stands, with the nearest crossing and the
 * nearest long-context tier in sight; for cached tokens, which cannot be more than the prompt, all of it.
 */
export function curveRange(
  rates: readonly Rates[],
  workload: Workload,
  variable: Variable,
  crossings: readonly Crossing[],
): number {
  const most = mostTokens(workload, variable)
  if (variable === 'cached') return most
  const now = tokensNow(workload, variable)
  const nearest = (places: readonly number[]) => {
    const distance = (at: number) => Math.abs(at - now)
    return places.reduce((best, at) => (best === 0 || distance(at) < distance(best) ? at : best), 0)
  }
  const seen = [
    nearest(crossings.map(({ above }) => above)) * MARGIN,
    nearest(tierStarts(rates, workload, variable)) * MARGIN,
    now * 2,
    SMALLEST_RANGE,
  ]
  return Math.min(most, roundUp(Math.max(...seen)))
}

/** The next number of two digits followed by zeros. */
function roundUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.ceil(count / unit) * unit
}
