import type { LedgerAnswers } from '../../services/ledger-ports.ts'
import type { Ask } from './beside.ts'

/** The reader of the ledger as those who wait for its answers see it. */
export function ledgerAnswers(ask: Ask): LedgerAnswers {
  return {
    names: (demo) => ask('names', demo),
    days: (demo) => ask('days', demo),
    totals: (query) => ask('totals', query),
    topGroups: (query, grouping, limit) => ask('topGroups', query, grouping, limit),
    bySpan: (query, grouping, span, top) => ask('bySpan', query, grouping, span, top),
    histogram: (query) => ask('histogram', query),
    speeds: (query) => ask('speeds', query),
    page: (query, sort, offset, limit) => ask('page', query, sort, offset, limit),
    after: (query, sequence, limit) => ask('after', query, sequence, limit),
    count: (query) => ask('count', query),
    spend: (filter) => ask('spend', filter),
    spendByDay: (filter) => ask('spendByDay', filter),
    requestSums: (query, instead) => ask('requestSums', query, instead),
    ourLines: (asked) => ask('ourLines', asked),
    answerLengths: (of) => ask('answerLengths', of),
    check: () => ask('check'),
  }
}
