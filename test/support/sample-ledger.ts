import { addTotals } from '../../shared/ledger/add-totals.ts'
import { dayNumberAt, dayNumberOf, dayOf } from '../../shared/ledger/calendar.ts'
import { buildChart } from '../../shared/ledger/chart.ts'
import type { LedgerChart } from '../../shared/ledger/chart-schema.ts'
import type { LedgerGrouping } from '../../shared/ledger/ledger-query.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import { type LedgerTotals, noTotals } from '../../shared/ledger/ledger-totals.ts'
import { totalsOfRow } from '../../shared/ledger/row-totals.ts'

/** A confirmed request of 12,345 ticks at noon of a day in September 2026, with what a test cares about put in. */
export function sampleLedgerRow(sequence: number, parts: Partial<LedgerRow> = {}): LedgerRow {
  const at = parts.at ?? Date.UTC(2026, 8, 1 + (sequence % 28), 12)
  const spent = parts.spent ?? 12_345n
  return {
    sequence,
    id: `row-${sequence}`,
    kind: 'request',
    corrects: null,
    state: 'final',
    method: null,
    source: 'app',
    at,
    utcOffset: 0,
    day: dayOf(dayNumberAt(at, 0)),
    attemptId: `attempt-${sequence}`,
    tryNumber: 1,
    conversationId: 'c-1',
    messageId: `m-${sequence}`,
    protocol: 'chat',
    connection: 'default',
    host: 'api.x.ai',
    demo: false,
    key: 'xai-...b14o',
    askedModel: 'grok-4.3',
    servedModel: 'grok-4.3',
    usage: {
      promptTokens: 1000,
      cachedTokens: 250,
      imageTokens: 0,
      answerTokens: 40,
      reasoningTokens: 10,
      billedOutputTokens: 50,
      totalTokens: 1050,
      sources: null,
      serverToolCalls: null,
      billed: spent,
    },
    rates: null,
    ratesFor: 'asked',
    computed: { total: spent, complete: true, tier: 'standard', lines: [] },
    difference: { ticks: 0n, reason: 'equal', proven: true },
    spent,
    complete: true,
    serviceTier: 'default',
    firstTokenMs: 210,
    durationMs: 1900,
    finishReason: 'stop',
    requestId: `req-${sequence}`,
    errorCode: null,
    parametersHash: null,
    quirks: [],
    ...parts,
  }
}

/** Sum over rows by the ledger's own rules. */
export function sampleTotals(rows: readonly LedgerRow[]): LedgerTotals {
  return rows.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), noTotals())
}

/** A chart of these rows by model, by the ledger's own rules. */
export function sampleChart(rows: readonly LedgerRow[], grouping: LedgerGrouping): LedgerChart {
  const days = rows.map(({ day }) => dayNumberOf(day))
  const groupOf = (row: LedgerRow) => (grouping === 'model' ? row.askedModel : '')
  const keys = [...new Set(rows.map(groupOf))]
  return buildChart({
    grouping,
    span: 'day',
    days: rows.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) },
    top:
      grouping === 'token-class'
        ? []
        : keys.map((key) =>
            topGroup(
              key,
              rows.filter((row) => groupOf(row) === key),
            ),
          ),
    groupCount: keys.length,
    cells: rows.map((row) => ({ from: dayNumberOf(row.day), group: groupOf(row), totals: totalsOfRow(row) })),
  })
}

function topGroup(key: string, rows: readonly LedgerRow[]) {
  return { key, spent: sampleTotals(rows).spent, requests: rows.length }
}
