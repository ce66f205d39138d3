import { z } from 'zod'
import type { LedgerState } from '../../shared/ledger/ledger-row.ts'
import { type LedgerTotals, noTotals } from '../../shared/ledger/ledger-totals.ts'
import { COST_COLUMNS } from './ledger-cost-columns.ts'
import { LEDGER_SUMS } from './ledger-sums.ts'
import { Whole } from './statements.ts'

/** The sums of a roll-up, added up over what a query groups together. */
export const SUMMED = LEDGER_SUMS.map(({ name }) => `sum(${name}) AS ${name}`).join(', ')

const Ticks = z.bigint()
const Sums = z.object({
  state: z.enum(['final', 'estimated', 'rejected', 'unknown']),
  requests: Whole,
  unpriced: Whole,
  spent: Ticks,
  billed_ticks: Ticks,
  billed_requests: Whole,
  computed_ticks: Ticks,
  computed_requests: Whole,
  difference_ticks: Ticks,
  differing: Whole,
  prompt_tokens: Whole,
  cached_tokens: Whole,
  image_tokens: Whole,
  answer_tokens: Whole,
  reasoning_tokens: Whole,
  billed_output_tokens: Whole,
  input_ticks: Ticks,
  cached_input_ticks: Ticks,
  image_input_ticks: Ticks,
  answer_ticks: Ticks,
  reasoning_ticks: Ticks,
  search_source_ticks: Ticks,
  server_tool_ticks: Ticks,
  priority_ticks: Ticks,
})
type Sums = z.infer<typeof Sums>

/** Adds the sums of one group of rows with one state to totals. Throws when SQLite's answer has another shape. */
export function withSums(totals: LedgerTotals, raw: unknown): LedgerTotals {
  const sums = Sums.parse(raw)
  const { requests, tokens } = totals
  const unpriced = totals.unpriced + sums.unpriced
  return {
    requests: { ...requests, [sums.state]: requests[sums.state] + sums.requests },
    spent: totals.spent + sums.spent,
    confirmed: totals.confirmed + spentIn(sums, ['final', 'rejected']),
    estimated: totals.estimated + spentIn(sums, ['estimated']),
    unconfirmed: totals.unconfirmed + spentIn(sums, ['unknown']),
    unpriced,
    atLeast: unpriced > 0,
    billed: totals.billed + sums.billed_ticks,
    billedRequests: totals.billedRequests + sums.billed_requests,
    computed: totals.computed + sums.computed_ticks,
    computedRequests: totals.computedRequests + sums.computed_requests,
    difference: totals.difference + sums.difference_ticks,
    differing: totals.differing + sums.differing,
    tokens: {
      prompt: tokens.prompt + sums.prompt_tokens,
      cached: tokens.cached + sums.cached_tokens,
      image: tokens.image + sums.image_tokens,
      answer: tokens.answer + sums.answer_tokens,
      reasoning: tokens.reasoning + sums.reasoning_tokens,
      billedOutput: tokens.billedOutput + sums.billed_output_tokens,
    },
    classes: withClasses(totals.classes, sums),
  }
}

function spentIn({ state, spent }: Sums, states: readonly LedgerState[]): bigint {
  return states.includes(state) ? spent : 0n
}

function withClasses(classes: LedgerTotals['classes'], sums: Sums): LedgerTotals['classes'] {
  const added = COST_COLUMNS.map(({ kind, column }) => [kind, classes[kind] + sums[column]] as const)
  const itemised = COST_COLUMNS.reduce((sum, { column }) => sum + sums[column], 0n)
  return {
    ...classes,
    ...Object.fromEntries(added),
    difference: classes.difference + sums.spent - itemised,
  }
}

/** Totals of rows that were grouped by state at least. */
export function totalsOf(rows: readonly unknown[]): LedgerTotals {
  return rows.reduce<LedgerTotals>(withSums, noTotals())
}
