import { z } from 'zod'
import { dayOf } from '../../shared/ledger/calendar.ts'
import {
  EstimateMethod,
  type LedgerDifference,
  type LedgerRow,
  LedgerState,
} from '../../shared/ledger/ledger-row.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { type Cost, Rates } from '../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { fromExactJson } from './exact-json.ts'
import { COST_COLUMNS } from './ledger-cost-columns.ts'
import { Flag, Whole } from './statements.ts'
import { UsageRow, usageOf } from './usage-columns.ts'

const Text = z.string().nullable()
const Ticks = z.bigint().nullable()

const StoredRow = z.object({
  sequence: Whole,
  id: z.string(),
  kind: z.enum(['request', 'reversal', 'correction']),
  weight: z.bigint(),
  corrects: Text,
  state: LedgerState,
  method: EstimateMethod.nullable(),
  source: z.string(),
  at: Whole,
  utc_offset: Whole,
  day: Whole,
  attempt_id: z.string(),
  try_number: Whole,
  conversation_id: Text,
  message_id: Text,
  protocol: z.string(),
  connection: z.string(),
  host: z.string(),
  demo: Flag,
  key_id: Text,
  asked_model: z.string(),
  served_model: Text,
  ...UsageRow.shape,
  rates: Text,
  rates_for: z.enum(['asked', 'served', 'instead']),
  computed_ticks: Ticks,
  computed_complete: Flag.nullable(),
  computed_tier: z.enum(['standard', 'long-context']).nullable(),
  input_ticks: Ticks,
  cached_input_ticks: Ticks,
  image_input_ticks: Ticks,
  answer_ticks: Ticks,
  reasoning_ticks: Ticks,
  search_source_ticks: Ticks,
  server_tool_ticks: Ticks,
  priority_ticks: Ticks,
  difference_ticks: Ticks,
  difference_reason: Text,
  difference_proven: Flag.nullable(),
  spent: z.bigint(),
  complete: Flag,
  service_tier: Text,
  first_token_ms: Whole.nullable(),
  duration_ms: Whole.nullable(),
  finish_reason: Text,
  request_id: Text,
  error_code: Text,
  parameters_hash: Text,
  quirks: z.string(),
})
type StoredRow = z.infer<typeof StoredRow>

/** The row of the ledger that a row of the table (with `rates` of `ledger_rates`) tells of; `null` = not readable. */
export function readLedgerRow(raw: unknown): LedgerRow | null {
  const row = StoredRow.safeParse(raw).data
  if (!row) return null
  const usage = usageOf(row)
  const rates = ratesIn(row.rates)
  return {
    ...{ sequence: row.sequence, id: row.id, kind: row.kind, corrects: row.corrects, state: row.state },
    ...{ method: row.method, source: row.source, at: row.at, utcOffset: row.utc_offset, day: dayOf(row.day) },
    ...{ attemptId: row.attempt_id, tryNumber: row.try_number },
    ...{ conversationId: row.conversation_id, messageId: row.message_id },
    ...{ protocol: row.protocol, connection: row.connection, host: row.host, demo: row.demo },
    ...{ key: row.key_id, askedModel: row.asked_model, servedModel: row.served_model },
    ...{ usage, rates, ratesFor: row.rates_for, computed: costIn(row, usage, rates) },
    difference: differenceIn(row),
    ...{ spent: row.weight * row.spent, complete: row.complete, serviceTier: row.service_tier },
    ...{ firstTokenMs: row.first_token_ms, durationMs: row.duration_ms },
    ...{ finishReason: row.finish_reason, requestId: row.request_id, errorCode: row.error_code },
    ...{ parametersHash: row.parameters_hash, quirks: row.quirks.split(' ').filter((quirk) => quirk !== '') },
  }
}

/** Few different ones stand in many rows. */
const knownRates = new Map<string, Rates | null>()
const MOST_KNOWN = 500

function ratesIn(text: string | null): Rates | null {
  if (text === null) return null
  const known = knownRates.get(text)
  if (known !== undefined) return known
  const read = readRates(text)
  if (knownRates.size >= MOST_KNOWN) knownRates.clear()
  knownRates.set(text, read)
  return read
}

function readRates(text: string): Rates | null {
  try {
    return Rates.safeParse(fromExactJson(text)).data ?? null
  } catch {
    return null
  }
}

function differenceIn(row: StoredRow): LedgerDifference | null {
  if (row.difference_ticks === null) return null
  return {
    ticks: row.difference_ticks,
    reason: row.difference_reason ?? 'unknown',
    proven: row.difference_proven ?? false,
  }
}

/**
 * The amounts as they were computed then. Tokens and rates of each line follow from usage and rates, as long as today's
 * rules make the same sum of them.
 */
function costIn(row: StoredRow, usage: TokenUsage | null, rates: Rates | null): Cost | null {
  if (row.computed_ticks === null) return null
  const tier = row.computed_tier ?? 'standard'
  const again = usage && rates ? costOf(usage, rates, { serviceTier: row.service_tier }) : null
  const isSame = again?.total === row.computed_ticks && again.tier === tier
  const lines = isSame ? again.lines : amountsIn(row)
  return { total: row.computed_ticks, complete: row.computed_complete ?? false, tier, lines }
}

function amountsIn(row: StoredRow): Cost['lines'] {
  return COST_COLUMNS.flatMap(({ kind, column }) => {
    const amount = row[column]
    return amount === null ? [] : [{ kind, tokens: null, rate: null, amount }]
  })
}
