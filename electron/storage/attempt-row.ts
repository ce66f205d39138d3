import type { SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { Attempt } from '../../shared/contract/attempt.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { type Cost, CostLine, Rates } from '../../shared/pricing/price-schema.ts'
import { Json, toExactJson } from './exact-json.ts'
import { Flag, Whole } from './statements.ts'
import { UsageRow, usageColumns, usageOf } from './usage-columns.ts'

const LARGEST_INTEGER = 2n ** 63n - 1n

/** The columns of `attempt` that say what happened; which message it belongs to is not among them. */
export function attemptColumns(attempt: Attempt): Record<string, SQLInputValue> {
  const { state, usage, rates, computed } = attempt
  return {
    id: attempt.id,
    state: state.kind,
    finish_reason: state.kind === 'complete' ? state.finishReason : null,
    failure: 'failure' in state ? toExactJson(state.failure) : null,
    asked_model: attempt.askedModel,
    served_model: attempt.servedModel,
    host: attempt.host,
    demo: attempt.demo ? 1 : 0,
    started_at: Math.round(attempt.startedAt),
    retries: toExactJson(attempt.retries),
    service_tier: attempt.serviceTier,
    first_token_ms: attempt.firstTokenMs,
    duration_ms: attempt.durationMs,
    request_id: attempt.requestId,
    ...usageColumns(usage, holdable),
    rates: rates && toExactJson(rates),
    rates_for: attempt.ratesFor,
    ...costColumns(computed),
  }
}

function costColumns(cost: Cost | null): Record<string, SQLInputValue> {
  const total = holdable(cost?.total ?? null)
  if (cost === null || total === null) {
    return { computed_ticks: null, computed_complete: null, computed_tier: null, cost_lines: null }
  }
  return {
    computed_ticks: total,
    computed_complete: cost.complete ? 1 : 0,
    computed_tier: cost.tier,
    cost_lines: toExactJson(cost.lines),
  }
}

/** A sum that 64 bits cannot hold (over 900 million USD) is not one to believe: unknown, not cut to fit. */
function holdable(ticks: bigint | null): bigint | null {
  return ticks !== null && ticks <= LARGEST_INTEGER && ticks >= -LARGEST_INTEGER ? ticks : null
}

const AttemptRow = z.object({
  id: z.string(),
  state: z.string(),
  finish_reason: z.string().nullable(),
  failure: Json.pipe(Failure).nullable(),
  asked_model: z.string(),
  served_model: z.string().nullable(),
  host: z.string(),
  demo: Flag,
  started_at: Whole,
  retries: Json,
  service_tier: z.string().nullable(),
  first_token_ms: z.number().nullable(),
  duration_ms: z.number().nullable(),
  request_id: z.string().nullable(),
  ...UsageRow.shape,
  rates: Json.pipe(Rates).nullable(),
  rates_for: z.string(),
  computed_ticks: z.bigint().nullable(),
  computed_complete: Flag.nullable(),
  computed_tier: z.string().nullable(),
  cost_lines: Json.pipe(z.array(CostLine)).nullable(),
})
type AttemptRow = z.infer<typeof AttemptRow>

/** The attempt that a row of `attempt` tells of, or `null` when the row is not readable. */
export function readAttempt(raw: unknown): Attempt | null {
  const parsed = AttemptRow.safeParse(raw)
  if (!parsed.success) return null
  const row = parsed.data
  return (
    Attempt.safeParse({
      id: row.id,
      state: readState(row),
      askedModel: row.asked_model,
      servedModel: row.served_model,
      host: row.host,
      demo: row.demo,
      startedAt: row.started_at,
      retries: row.retries,
      serviceTier: row.service_tier,
      firstTokenMs: row.first_token_ms,
      durationMs: row.duration_ms,
      requestId: row.request_id,
      usage: usageOf(row),
      rates: row.rates,
      ratesFor: row.rates_for,
      computed: readCost(row),
    }).data ?? null
  )
}

/** Typed as unknown: `Attempt` decides whether the columns fit together. */
function readState(row: AttemptRow): unknown {
  const { state: kind, failure, finish_reason: finishReason } = row
  if (kind === 'complete') return { kind, finishReason }
  return failure === null ? { kind } : { kind, failure }
}

function readCost(row: AttemptRow): unknown {
  if (row.computed_ticks === null) return null
  return {
    total: row.computed_ticks,
    complete: row.computed_complete,
    tier: row.computed_tier,
    lines: row.cost_lines,
  }
}
