import { z } from 'zod'
import { TOKEN_CLASSES } from './ledger-kinds.ts'

const Count = z.number().int()
const Ticks = z.bigint()

const TokenClass = z.enum(TOKEN_CLASSES)

/**
 * Sums over ledger rows, each exactly the sum of its rows. Money in ticks. `confirmed` + `estimated` + `unconfirmed` =
 * `spent`; `atLeast` when something in it is unknown.
 */
export const LedgerTotals = z.strictObject({
  /** Attempts by how they ended. A reversal counts as minus one. */
  requests: z.strictObject({ final: Count, estimated: Count, rejected: Count, unknown: Count }),
  spent: Ticks,
  /** Of rows whose usage the server told. */
  confirmed: Ticks,
  estimated: Ticks,
  /** What is known of rows that are unknown: mostly 0. */
  unconfirmed: Ticks,
  /** Rows whose cost is not, or not wholly, known. */
  unpriced: Count,
  atLeast: z.boolean(),
  /** What the API said it charged, and how many rows said so. */
  billed: Ticks,
  billedRequests: Count,
  /** Tokens times prices, and how many rows have it. */
  computed: Ticks,
  computedRequests: Count,
  /** Over rows that have both: billed - computed; and how many of them differ. */
  difference: Ticks,
  differing: Count,
  /** Known counts only. */
  tokens: z.strictObject({
    prompt: Count,
    cached: Count,
    image: Count,
    answer: Count,
    reasoning: Count,
    billedOutput: Count,
  }),
  /** Ticks by class; they add up to `spent`. */
  classes: z.record(TokenClass, Ticks),
})
export type LedgerTotals = z.infer<typeof LedgerTotals>

/** Totals of no rows at all. */
export function noTotals(): LedgerTotals {
  return {
    requests: { final: 0, estimated: 0, rejected: 0, unknown: 0 },
    spent: 0n,
    confirmed: 0n,
    estimated: 0n,
    unconfirmed: 0n,
    unpriced: 0,
    atLeast: false,
    billed: 0n,
    billedRequests: 0,
    computed: 0n,
    computedRequests: 0,
    difference: 0n,
    differing: 0,
    tokens: { prompt: 0, cached: 0, image: 0, answer: 0, reasoning: 0, billedOutput: 0 },
    classes: {
      input: 0n,
      'cached-input': 0n,
      'image-input': 0n,
      answer: 0n,
      reasoning: 0n,
      'search-source': 0n,
      'server-tool': 0n,
      priority: 0n,
      difference: 0n,
    },
  }
}
