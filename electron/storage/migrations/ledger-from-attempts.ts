import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { dayNumberAt } from '../../../shared/ledger/calendar.ts'
import { fromExactJson } from '../exact-json.ts'

/** Failures of requests that never arrived, or were refused before any work: they cost nothing. */
const COSTS_NOTHING = new Set([
  ...['offline', 'host-not-found', 'connection-refused', 'certificate-invalid', 'proxy-refused'],
  ...[
    'no-key',
    'wrong-key',
    'not-permitted',
    'key-disabled',
    'key-blocked',
    'credits-used-up',
    'rate-limited',
  ],
  ...[
    'model-not-found',
    'route-not-found',
    'prompt-too-long',
    'invalid-request',
    'redirected',
    'not-the-api',
  ],
])

const ATTEMPTS = `SELECT attempt.*, message.conversation_id FROM attempt
  LEFT JOIN message ON message.id = attempt.message_id ORDER BY attempt.sequence`

/** Columns that mean the same in both tables. */
const COPIED = [
  ...['message_id', 'conversation_id', 'asked_model', 'served_model', 'host', 'demo', 'usage_told'],
  ...['prompt_tokens', 'cached_tokens', 'image_tokens', 'answer_tokens', 'reasoning_tokens'],
  ...['billed_output_tokens', 'total_tokens', 'sources', 'server_tool_calls', 'billed_ticks', 'rates_for'],
  ...['computed_ticks', 'computed_complete', 'computed_tier', 'service_tier', 'finish_reason', 'request_id'],
]

const Failed = z.object({ code: z.string(), status: z.number().nullable() })
const Retries = z.array(z.object({ failedAt: z.number(), failure: Failed }))
const Lines = z.array(z.object({ kind: z.string(), amount: z.bigint().nullable() }))
const Old = z.looseObject({
  id: z.string(),
  state: z.string(),
  failure: z.string().nullable(),
  host: z.string(),
  demo: z.bigint(),
  asked_model: z.string(),
  served_model: z.string().nullable(),
  started_at: z.bigint(),
  retries: z.string(),
  first_token_ms: z.number().nullable(),
  duration_ms: z.number().nullable(),
  usage_told: z.bigint(),
  billed_ticks: z.bigint().nullable(),
  rates: z.string().nullable(),
  computed_ticks: z.bigint().nullable(),
  computed_complete: z.bigint().nullable(),
  cost_lines: z.string().nullable(),
})
type Old = z.infer<typeof Old>
type Row = Record<string, SQLInputValue>

/**
 * Gives each try from before there was a ledger its row. Of what a crash left open nothing is known, and neither whose
 * key it was. A row that cannot be read is left out here and stays in `attempt`.
 */
export function carryOverAttempts(database: DatabaseSync): void {
  const attempts = database.prepare(ATTEMPTS)
  attempts.setReadBigInts(true)
  for (const raw of attempts.all()) {
    const old = Old.safeParse(raw).data
    if (old) for (const row of rowsOf(old, raw)) insert(database, row, old.rates)
  }
}

function rowsOf(old: Old, raw: Record<string, SQLInputValue>): Row[] {
  const retries = Retries.catch([]).parse(jsonOf(old.retries))
  const refused = retries.map(({ failedAt, failure }, index) => ({
    ...sharedOf(old, index + 1, failedAt),
    ...Object.fromEntries(['message_id', 'conversation_id'].map((name) => [name, raw[name] ?? null])),
    ...{ asked_model: old.asked_model, model: old.asked_model, host: old.host, demo: old.demo },
    ...{ state: 'rejected', complete: 1, error_code: failure.code },
  }))
  const failure = Failed.safeParse(jsonOf(old.failure)).data ?? null
  const last = {
    ...sharedOf(old, retries.length + 1, Number(old.started_at)),
    ...Object.fromEntries(COPIED.map((name) => [name, raw[name] ?? null])),
    model: old.served_model ?? old.asked_model,
    first_token_ms: wholeMs(old.first_token_ms),
    duration_ms: wholeMs(old.duration_ms),
    error_code: failure?.code ?? null,
    ...linesOf(old.cost_lines),
    ...moneyOf(old, failure),
  }
  return [...refused, last]
}

function sharedOf(old: Old, tryNumber: number, at: number): Row {
  const utcOffset = -new Date(at).getTimezoneOffset()
  return {
    id: `${old.id}/${tryNumber}`,
    ...{ kind: 'request', weight: 1, source: 'app', protocol: 'chat' },
    ...{ attempt_id: old.id, try_number: tryNumber },
    ...{ at: Math.round(at), utc_offset: utcOffset, day: dayNumberAt(at, utcOffset) },
    connection: old.demo === 1n ? 'demo' : 'default',
  }
}

function moneyOf(old: Old, failure: z.infer<typeof Failed> | null): Row {
  const known = old.billed_ticks ?? old.computed_ticks
  const isWhole = old.billed_ticks !== null || old.computed_complete === 1n
  switch (old.state) {
    case 'complete':
      if (old.usage_told === 1n) return { state: 'final', spent: known ?? 0n, complete: isWhole ? 1 : 0 }
      return { state: 'unknown', spent: 0n, complete: 0 }
    case 'stopped':
    case 'cut-off':
      if (known === null) return { state: 'unknown', spent: 0n, complete: 0 }
      return { state: 'estimated', method: 'usage-so-far', spent: known, complete: 0 }
    case 'failed': {
      const isRefused = failure !== null && (COSTS_NOTHING.has(failure.code) || (failure.status ?? 0) >= 400)
      return { state: isRefused ? 'rejected' : 'unknown', spent: 0n, complete: isRefused ? 1 : 0 }
    }
    default:
      return { state: 'unknown', spent: 0n, complete: 0 }
  }
}

function linesOf(text: string | null): Row {
  const lines = Lines.catch([]).parse(jsonOf(text))
  return Object.fromEntries(lines.map(({ kind, amount }) => [`${kind.replaceAll('-', '_')}_ticks`, amount]))
}

function insert(database: DatabaseSync, row: Row, rates: string | null): void {
  if (rates !== null) database.prepare('INSERT OR IGNORE INTO ledger_rates (rates) VALUES (?)').run(rates)
  const names = Object.keys(row)
  const places = names.map((name) => `$${name}`).join(', ')
  database
    .prepare(
      `INSERT INTO ledger (${names.join(', ')}, rates_id) VALUES (${places}, (SELECT id FROM ledger_rates WHERE rates = $rates))`,
    )
    .run({ ...row, rates })
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : fromExactJson(text)
  } catch {
    return null
  }
}

function wholeMs(ms: number | null): number | null {
  return ms === null ? null : Math.max(0, Math.round(ms))
}
