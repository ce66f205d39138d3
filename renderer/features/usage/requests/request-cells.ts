import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { exactTime } from '../../../ui/time-text.ts'

/** The columns of the table in their order: what each cost is seen in a small window too. Those with a `sort` can be sorted by. */
export const REQUEST_COLUMNS = [
  { key: 'time', sort: 'time', numeric: false, width: 190 },
  { key: 'sequence', sort: 'sequence', numeric: true, width: 76 },
  { key: 'model', sort: null, numeric: false, width: 190 },
  { key: 'spent', sort: 'cost', numeric: true, width: 190 },
  { key: 'state', sort: null, numeric: false, width: 122 },
  { key: 'prompt', sort: null, numeric: true, width: 84 },
  { key: 'cached', sort: null, numeric: true, width: 84 },
  { key: 'output', sort: 'tokens', numeric: true, width: 84 },
  { key: 'protocol', sort: null, numeric: false, width: 104 },
  { key: 'billed', sort: null, numeric: true, width: 140 },
  { key: 'computed', sort: null, numeric: true, width: 140 },
  { key: 'difference', sort: null, numeric: true, width: 140 },
  { key: 'firstToken', sort: null, numeric: true, width: 84 },
  { key: 'duration', sort: 'duration', numeric: true, width: 84 },
  { key: 'key', sort: null, numeric: false, width: 120 },
] as const
export type RequestColumn = (typeof REQUEST_COLUMNS)[number]['key']

/** Which kind of number a column holds. */
export const REQUEST_NUMBERS: { readonly [Key in RequestColumn]?: NumberTerm } = {
  sequence: 'row-sequence',
  prompt: 'row-tokens',
  cached: 'row-tokens',
  output: 'row-tokens',
  spent: 'row-cost',
  billed: 'billed',
  computed: 'computed',
  difference: 'bill-difference',
  firstToken: 'first-token',
  duration: 'duration',
}

/** `null` = unknown, for the reason that stands beside it. */
export type RequestCell = { text: string | null; why: UnknownReason; note: string | null }
type UnknownReason = 'not-told' | 'no-price' | 'no-both' | 'no-answer' | 'no-key' | 'unknown-cost'

/** What a row says in each column. */
export function requestCell(row: LedgerRow, column: RequestColumn, locale: string): RequestCell {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : new Intl.NumberFormat(locale).format(value)
  const dollars = (ticks: bigint | null | undefined) =>
    ticks === null || ticks === undefined ? null : usdText(ticks)
  const { usage } = row
  switch (column) {
    case 'time':
      return known(exactTime(row.at, locale))
    case 'sequence':
      return { text: number(row.sequence), why: 'not-told', note: null }
    case 'model':
      return known(row.servedModel ?? row.askedModel)
    case 'protocol':
      return known(row.protocol)
    case 'state':
      return known(row.state)
    case 'prompt':
      return { text: number(usage?.promptTokens), why: 'not-told', note: null }
    case 'cached':
      return { text: number(usage?.cachedTokens), why: 'not-told', note: null }
    case 'output':
      return { text: number(usage?.billedOutputTokens), why: 'not-told', note: null }
    case 'spent':
      return { text: spentText(row), why: 'unknown-cost', note: null }
    case 'billed':
      return { text: dollars(usage?.billed), why: 'not-told', note: null }
    case 'computed':
      return { text: dollars(row.computed?.total), why: 'no-price', note: null }
    case 'difference':
      return { text: dollars(row.difference?.ticks), why: 'no-both', note: row.difference?.reason ?? null }
    case 'firstToken':
      return { text: number(row.firstTokenMs), why: 'no-answer', note: null }
    case 'duration':
      return { text: number(row.durationMs), why: 'no-answer', note: null }
    case 'key':
      return { text: row.key, why: 'no-key', note: null }
  }
}

/** Nothing known of the cost is unknown, not zero. */
function spentText({ spent, complete }: LedgerRow): string | null {
  return !complete && spent === 0n ? null : usdText(spent)
}

function known(text: string): RequestCell {
  return { text, why: 'not-told', note: null }
}
