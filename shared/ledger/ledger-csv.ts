import { isoTime } from '../export/iso-time.ts'
import { formatUsd } from '../money/ticks.ts'
import { type CsvColumn, toCsv } from './csv.ts'
import type { LedgerRow } from './ledger-row.ts'
import type { LedgerTotals } from './ledger-totals.ts'

type Cell = string | number | bigint | boolean | null

/** Every column of the ledger in the order of the file; money in raw ticks, and what was spent in USD beside it. */
const COLUMNS: readonly { key: string; kind: 'text' | 'number'; of: (row: LedgerRow) => Cell }[] = [
  number('sequence', (row) => row.sequence),
  text('id', (row) => row.id),
  text('kind', (row) => row.kind),
  text('corrects', (row) => row.corrects),
  text('state', (row) => row.state),
  text('method', (row) => row.method),
  text('source', (row) => row.source),
  text('time_utc', (row) => isoTime(row.at)),
  number('at_ms', (row) => row.at),
  number('utc_offset_minutes', (row) => row.utcOffset),
  text('day', (row) => row.day),
  text('attempt_id', (row) => row.attemptId),
  number('try', (row) => row.tryNumber),
  text('conversation_id', (row) => row.conversationId),
  text('message_id', (row) => row.messageId),
  text('protocol', (row) => row.protocol),
  text('connection', (row) => row.connection),
  text('host', (row) => row.host),
  text('demo', (row) => row.demo),
  text('key', (row) => row.key),
  text('asked_model', (row) => row.askedModel),
  text('served_model', (row) => row.servedModel),
  number('prompt_tokens', ({ usage }) => usage?.promptTokens ?? null),
  number('cached_tokens', ({ usage }) => usage?.cachedTokens ?? null),
  number('image_tokens', ({ usage }) => usage?.imageTokens ?? null),
  number('answer_tokens', ({ usage }) => usage?.answerTokens ?? null),
  number('reasoning_tokens', ({ usage }) => usage?.reasoningTokens ?? null),
  number('billed_output_tokens', ({ usage }) => usage?.billedOutputTokens ?? null),
  number('total_tokens', ({ usage }) => usage?.totalTokens ?? null),
  number('sources', ({ usage }) => usage?.sources ?? null),
  number('server_tool_calls', ({ usage }) => usage?.serverToolCalls ?? null),
  number('input_rate', ({ rates }) => rates?.input ?? null),
  number('cached_input_rate', ({ rates }) => rates?.cachedInput ?? null),
  number('image_input_rate', ({ rates }) => rates?.imageInput ?? null),
  number('output_rate', ({ rates }) => rates?.output ?? null),
  number('source_rate', ({ rates }) => rates?.perSource ?? null),
  number('long_context_from', ({ rates }) => rates?.longContext?.threshold ?? null),
  number('long_input_rate', ({ rates }) => rates?.longContext?.input ?? null),
  number('long_cached_input_rate', ({ rates }) => rates?.longContext?.cachedInput ?? null),
  number('long_image_input_rate', ({ rates }) => rates?.longContext?.imageInput ?? null),
  number('long_output_rate', ({ rates }) => rates?.longContext?.output ?? null),
  text('rates_for', (row) => row.ratesFor),
  text('tier', ({ computed }) => computed?.tier ?? null),
  number('computed_ticks', ({ computed }) => computed?.total ?? null),
  text('computed_complete', ({ computed }) => computed?.complete ?? null),
  number('billed_ticks', ({ usage }) => usage?.billed ?? null),
  number('difference_ticks', ({ difference }) => difference?.ticks ?? null),
  text('difference_reason', ({ difference }) => difference?.reason ?? null),
  text('difference_proven', ({ difference }) => difference?.proven ?? null),
  number('spent_ticks', (row) => row.spent),
  number('spent_usd', (row) => usd(row.spent)),
  text('complete', (row) => row.complete),
  text('service_tier', (row) => row.serviceTier),
  number('first_token_ms', (row) => row.firstTokenMs),
  number('duration_ms', (row) => row.durationMs),
  text('finish_reason', (row) => row.finishReason),
  text('request_id', (row) => row.requestId),
  text('error_code', (row) => row.errorCode),
  text('parameters_hash', (row) => row.parametersHash),
  text('quirks', (row) => row.quirks.join(' ')),
]

const CSV_COLUMNS: readonly CsvColumn[] = COLUMNS.map(({ key, kind }) => ({ key, kind }))

/** The line of column names, with its end. */
export function ledgerCsvHeader(): string {
  return toCsv(CSV_COLUMNS, [])
}

/** Rows as lines, without the header. */
export function ledgerCsvLines(rows: readonly LedgerRow[]): string {
  const whole = toCsv(
    CSV_COLUMNS,
    rows.map((row) => COLUMNS.map(({ of }) => of(row))),
  )
  return whole.slice(ledgerCsvHeader().length)
}

/** The last line: what the rows add up to, and the checksum of all that stands before it. */
export function ledgerCsvTotal(rows: number, totals: LedgerTotals, checksum: string): string {
  const cells: Record<string, Cell> = {
    sequence: rows,
    id: `sha256:${checksum}`,
    kind: 'total',
    prompt_tokens: totals.tokens.prompt,
    cached_tokens: totals.tokens.cached,
    image_tokens: totals.tokens.image,
    answer_tokens: totals.tokens.answer,
    reasoning_tokens: totals.tokens.reasoning,
    billed_output_tokens: totals.tokens.billedOutput,
    computed_ticks: totals.computed,
    billed_ticks: totals.billed,
    difference_ticks: totals.difference,
    spent_ticks: totals.spent,
    spent_usd: usd(totals.spent),
    complete: !totals.atLeast,
  }
  const whole = toCsv(CSV_COLUMNS, [COLUMNS.map(({ key }) => cells[key] ?? null)])
  return whole.slice(ledgerCsvHeader().length)
}

function usd(ticks: bigint): string {
  return formatUsd(ticks, { digits: 'exact' }).replace('$', '')
}

function text(key: string, of: (row: LedgerRow) => Cell) {
  return { key, kind: 'text' as const, of }
}

function number(key: string, of: (row: LedgerRow) => Cell) {
  return { key, kind: 'number' as const, of }
}
