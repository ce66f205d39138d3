import type { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import type { AddedRow } from './ledger-ports.ts'

/**
 * The two rows that put right what a closed one says: one that takes it out again, on the day that it counts for, and
 * one that stands in its place with the bill as it is known now. `at` stays: the money was spent then.
 */
export function correctionOf(row: LedgerRow, billed: bigint, uuid: string): { id: string; rows: AddedRow[] } {
  const { sequence: _, day: __, ...old } = row
  const reversal: AddedRow = {
    ...old,
    id: `${uuid}/reversal`,
    kind: 'reversal',
    corrects: row.id,
    spent: -row.spent,
  }
  const id = `${uuid}/correction`
  const usage = { ...(row.usage ?? NOTHING_KNOWN), billed }
  const correction: AddedRow = {
    ...old,
    ...{ id, kind: 'correction', corrects: row.id, state: 'final', method: null },
    ...{ usage, spent: billed, complete: true },
    difference:
      row.computed === null
        ? null
        : { ticks: billed - row.computed.total, reason: 'corrected', proven: false },
  }
  return { id, rows: [reversal, correction] }
}

const NOTHING_KNOWN = {
  ...{ promptTokens: null, cachedTokens: null, imageTokens: null, answerTokens: null, reasoningTokens: null },
  ...{ billedOutputTokens: null, totalTokens: null, sources: null, serverToolCalls: null },
}
