/**
 * What the roll-ups of the ledger add up, and from what: the columns of `ledger` in the row `r`. The triggers of the
 * schema and the check are made of the same list. Released with its migration: a change here needs a new one.
 */
export type LedgerSum = { name: string; of: string }

const known = (column: string): LedgerSum => ({ name: column, of: `coalesce(r.${column}, 0)` })

export const LEDGER_SUMS: readonly LedgerSum[] = [
  { name: 'requests', of: '1' },
  { name: 'unpriced', of: '1 - r.complete' },
  { name: 'spent', of: 'r.spent' },
  known('billed_ticks'),
  { name: 'billed_requests', of: 'r.billed_ticks IS NOT NULL' },
  known('computed_ticks'),
  { name: 'computed_requests', of: 'r.computed_ticks IS NOT NULL' },
  known('difference_ticks'),
  { name: 'differing', of: 'coalesce(r.difference_ticks, 0) <> 0' },
  known('prompt_tokens'),
  known('cached_tokens'),
  known('image_tokens'),
  known('answer_tokens'),
  known('reasoning_tokens'),
  known('billed_output_tokens'),
  known('input_ticks'),
  known('cached_input_ticks'),
  known('image_input_ticks'),
  known('answer_ticks'),
  known('reasoning_ticks'),
  known('search_source_ticks'),
  known('server_tool_ticks'),
  known('priority_ticks'),
  known('first_token_ms'),
  { name: 'first_tokens', of: 'r.first_token_ms IS NOT NULL' },
  { name: 'stream_tokens', of: `CASE WHEN ${streamed('r')} THEN r.billed_output_tokens ELSE 0 END` },
  { name: 'stream_ms', of: `CASE WHEN ${streamed('r')} THEN r.duration_ms - r.first_token_ms ELSE 0 END` },
]

/** Those that are money. */
export const TICK_SUMS = LEDGER_SUMS.map(({ name }) => name).filter((name) => /^spent$|_ticks$/.test(name))

/** Whether tokens per second can be told of a row. */
function streamed(row: string): string {
  return `${row}.state = 'final' AND ${row}.billed_output_tokens > 0 AND ${row}.duration_ms > ${row}.first_token_ms`
}

/** What a roll-up is told apart by, as columns of its table and expressions over the row `r`. */
type Keys = readonly (readonly [string, string])[]

export type LedgerRollup = { table: string; by: Keys }

const spanning = (day: string): Keys => [
  ['demo', 'r.demo'],
  ['day', day],
  ['state', 'r.state'],
]
const OF_DAY = spanning('r.day')

/** What every roll-up tells apart beside the day. */
const NAMES = [
  ['model', 'r.model'],
  ['key_id', `coalesce(r.key_id, '')`],
  ['protocol', 'r.protocol'],
  ['connection', 'r.connection'],
] as const

/** The number of the first day of the month that a day falls in. */
export function monthStartSql(day: string): string {
  return `CAST(strftime('%s', ${day} * 86400, 'unixepoch', 'start of month') AS INTEGER) / 86400`
}

/** Years of use are few months: what spans whole ones is added up from these. `day` is the first of the month. */
const OF_MONTH = spanning(monthStartSql('r.day'))

export const LEDGER_ROLLUPS: readonly LedgerRollup[] = [
  { table: 'ledger_day', by: [...OF_DAY, ...NAMES] },
  { table: 'ledger_month', by: [...OF_MONTH, ...NAMES] },
  {
    table: 'ledger_conversation',
    by: [...OF_DAY, ['conversation_id', `coalesce(r.conversation_id, '')`], ...NAMES],
  },
]

/** What is spread over steps, twelve in each power of ten: ticks, ms, and tokens in ten seconds. */
export type LedgerSpread = { measure: 'cost' | 'first-token' | 'speed'; of: string; when: string }

export const LEDGER_SPREADS: readonly LedgerSpread[] = [
  {
    measure: 'cost',
    of: 'r.spent',
    when: `r.state IN ('final', 'estimated') AND (r.complete OR r.spent > 0)`,
  },
  { measure: 'first-token', of: 'r.first_token_ms', when: `r.state = 'final' AND r.first_token_ms >= 0` },
  {
    measure: 'speed',
    of: '(r.billed_output_tokens * 10000) / (r.duration_ms - r.first_token_ms)',
    when: streamed('r'),
  },
]

/** The tables that hold every spread, and in what each tells its counts apart beside the measure and the step. */
export const SPREADS_OF_DAY: LedgerRollup = { table: 'ledger_spread', by: [...OF_DAY, ...NAMES] }
export const SPREADS_OF_MONTH: LedgerRollup = { table: 'ledger_spread_month', by: [...OF_MONTH, ...NAMES] }

/** Lower edges of the steps, in tenths of a power of ten: 1, 2 and 5 are among them. */
const EDGES = [12, 15, 18, 20, 25, 30, 35, 40, 50, 60, 80]

/** The step of a whole number: -1 for none and below, else 12 for each digit before the last and the step within. */
export function stepSql(value: string): string {
  const firstTwo = `CAST(substr((${value}) || '0', 1, 2) AS INTEGER)`
  const steps = EDGES.map((edge) => `(${firstTwo} >= ${edge})`).join(' + ')
  return `CASE WHEN (${value}) <= 0 THEN -1 ELSE 12 * (length(${value}) - 1) + ${steps} END`
}

/** The smallest whole number of a step. */
export function edgeOfStep(step: number): bigint {
  if (step < 0) return 0n
  const firstTwo = BigInt([10, ...EDGES][step % 12] ?? 10)
  const digits = Math.floor(step / 12)
  // Below 10 some edges are no whole numbers: the next whole number is the smallest that the step can hold.
  return digits === 0 ? (firstTwo + 9n) / 10n : firstTwo * 10n ** BigInt(digits - 1)
}
