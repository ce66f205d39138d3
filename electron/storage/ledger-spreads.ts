import { z } from 'zod'
import type { CostHistogram, ModelSpeeds } from '../../shared/ledger/chart-schema.ts'
import type { LedgerQuery } from '../../shared/ledger/ledger-query.ts'
import {
  edgeOfStep,
  LEDGER_SPREADS,
  type LedgerSpread,
  SPREADS_OF_DAY,
  SPREADS_OF_MONTH,
  stepSql,
} from './ledger-sums.ts'
import { type Where, whereOf } from './ledger-where.ts'
import { hasWholeMonths, rollupFor } from './rollup-for.ts'
import { type Statements, Whole } from './statements.ts'

/** Steps that begin with 1, 2 and 5: a histogram of twelve a decade would be too fine to read. */
const STEPS_OF_A_BIN = [0, 4, 9] as const
const SHARE_OF_SLOWEST = 0.95
const SPEED_SCALE = 10

/** 12 for each digit of the largest number that a column holds, 19: a larger step was not written by us. */
const LAST_STEP = 12n * 19n - 1n

const Step = z.object({ step: z.bigint().min(-1n).max(LAST_STEP).pipe(Whole), requests: Whole })
const ModelStep = Step.extend({ model: z.string() })
const Means = z.object({
  model: z.string(),
  first_token_ms: Whole,
  first_tokens: Whole,
  stream_tokens: Whole,
  stream_ms: Whole,
})

export function histogramOf(sql: Statements, query: LedgerQuery): CostHistogram {
  const { from, where } = stepsOf(query, 'cost')
  const steps = sql(`SELECT step, sum(requests) AS requests FROM ${from}
    WHERE ${where.sql} GROUP BY step HAVING sum(requests) <> 0 ORDER BY step`)
    .all(...where.values)
    .map((row) => Step.parse(row))
  const bins = new Map<number, number>()
  for (const { step, requests } of steps) bins.set(binOf(step), (bins.get(binOf(step)) ?? 0) + requests)
  const sums = whereOf(query, 'rollup')
  const all = sql(`SELECT coalesce(sum(requests), 0) AS requests FROM ${rollupFor(query, 'model', 'year')}
    WHERE state <> 'rejected' AND ${sums.sql}`).get(...sums.values)
  // Whatever may have cost something stands in a bin, or nobody knows what it cost.
  return { bins: withGaps(bins), unknown: Number(all?.['requests']) - total(steps) }
}

/** From a roll-up; those of spreads do not tell conversations apart, so these are counted from their rows, which are few. */
function stepsOf(query: LedgerQuery, measure: LedgerSpread['measure']): { from: string; where: Where } {
  const spread = LEDGER_SPREADS.find((one) => one.measure === measure)
  if (query.filter.conversations === undefined || spread === undefined) {
    const where = whereOf(query, 'rollup')
    const { table } = hasWholeMonths(query.period) ? SPREADS_OF_MONTH : SPREADS_OF_DAY
    return { from: table, where: { ...where, sql: `measure = '${measure}' AND ${where.sql}` } }
  }
  const where = whereOf(query, 'raw')
  const rows = `SELECT *, ${stepSql(spread.of)} AS step, r.weight AS requests FROM ledger AS r WHERE ${spread.when}`
  return { from: `(${rows})`, where }
}

/** The step that a bin of the histogram begins with; -1 is the bin of what cost nothing. */
function binOf(step: number): number {
  if (step < 0) return -1
  const within = step % 12
  return step - within + (STEPS_OF_A_BIN.findLast((first) => first <= within) ?? 0)
}

function nextBin(bin: number): number {
  if (bin < 0) return 0
  const within = bin % 12
  return bin - within + (STEPS_OF_A_BIN.find((first) => first > within) ?? 12)
}

function withGaps(bins: ReadonlyMap<number, number>): CostHistogram['bins'] {
  const starts = [...bins.keys()].sort((a, b) => a - b)
  const paid = starts.filter((bin) => bin >= 0)
  const all = starts[0] === -1 ? [-1] : []
  for (let bin = paid[0] ?? 0; bin <= (paid.at(-1) ?? -1); bin = nextBin(bin)) all.push(bin)
  return all.map((bin) => ({
    from: edgeOfStep(bin),
    to: bin < 0 ? 1n : edgeOfStep(nextBin(bin)),
    requests: bins.get(bin) ?? 0,
  }))
}

export function speedsOf(sql: Statements, query: LedgerQuery): ModelSpeeds {
  const where = whereOf(query, 'rollup')
  const means = sql(`SELECT model, sum(first_token_ms) AS first_token_ms, sum(first_tokens) AS first_tokens,
    sum(stream_tokens) AS stream_tokens, sum(stream_ms) AS stream_ms FROM ${rollupFor(query, 'model', 'year')}
    WHERE state = 'final' AND ${where.sql} GROUP BY model ORDER BY sum(requests) DESC LIMIT 100`)
    .all(...where.values)
    .map((row) => Means.parse(row))
  const first = stepsByModel(sql, stepsOf(query, 'first-token'))
  const speed = stepsByModel(sql, stepsOf(query, 'speed'))
  return means.map((mean) => ({
    model: mean.model,
    firstTokenMs: {
      measured: mean.first_tokens,
      mean: ratio(mean.first_token_ms, mean.first_tokens),
      median: quantile(first.get(mean.model), 0.5, 1),
      slowest: quantile(first.get(mean.model), SHARE_OF_SLOWEST, 1),
    },
    tokensPerSecond: {
      measured: total(speed.get(mean.model)),
      mean: ratio(mean.stream_tokens * 1000, mean.stream_ms),
      median: quantile(speed.get(mean.model), 0.5, SPEED_SCALE),
      slowest: quantile(speed.get(mean.model), 1 - SHARE_OF_SLOWEST, SPEED_SCALE),
    },
  }))
}

type Steps = readonly z.infer<typeof Step>[]

function stepsByModel(sql: Statements, { from, where }: ReturnType<typeof stepsOf>): Map<string, Steps> {
  const found = new Map<string, Steps>()
  const text = `SELECT model, step, sum(requests) AS requests FROM ${from}
    WHERE ${where.sql} GROUP BY model, step HAVING sum(requests) > 0 ORDER BY model, step`
  for (const row of sql(text).iterate(...where.values)) {
    const { model, step, requests } = ModelStep.parse(row)
    found.set(model, [...(found.get(model) ?? []), { step, requests }])
  }
  return found
}

function quantile(steps: Steps | undefined, share: number, scale: number): number | null {
  const wanted = total(steps) * share
  let seen = 0
  for (const { step, requests } of steps ?? []) {
    seen += requests
    if (seen >= wanted) return Number(edgeOfStep(step)) / scale
  }
  return null
}

function total(steps: Steps | undefined): number {
  return (steps ?? []).reduce((sum, { requests }) => sum + requests, 0)
}

function ratio(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count
}
