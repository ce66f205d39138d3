import { z } from 'zod'
import { Day, Span } from './day.ts'
import { LedgerGrouping } from './ledger-query.ts'
import { LedgerTotals } from './ledger-totals.ts'

/** More points than this no chart is given. */
export const MOST_POINTS = 500
/** More groups than this cannot be told apart by colour: the smaller ones are gathered. */
export const MOST_GROUPS = 7

const Count = z.number().int()

/** `key` is a model, key, conversation …; `''` stands for rows that have none. `rest` gathers the smaller groups. */
const Group = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), key: z.string(), spent: z.bigint(), requests: Count }),
  z.strictObject({ kind: z.literal('rest'), groups: Count, spent: z.bigint(), requests: Count }),
])

/** Bars over time. `from` to `to` are local days, both included; `cells` follow `groups`. */
export const LedgerChart = z.strictObject({
  grouping: LedgerGrouping,
  /** As asked for, or the next longer one that keeps the chart within `MOST_POINTS`. */
  span: Span,
  groups: z.array(Group).max(MOST_GROUPS + 1),
  bars: z.array(
    z.strictObject({
      from: Day,
      to: Day,
      /** Also what the cumulative line and the cached share are made of. */
      totals: LedgerTotals,
      cells: z.array(
        z.strictObject({ spent: z.bigint(), requests: Count, tokens: Count, atLeast: z.boolean() }),
      ),
    }),
  ),
  totals: LedgerTotals,
})
export type LedgerChart = z.infer<typeof LedgerChart>

/** How many requests cost from `from` up to, not including, `to`; the first bin is exactly 0. Ticks. */
export const CostHistogram = z.strictObject({
  bins: z.array(z.strictObject({ from: z.bigint(), to: z.bigint(), requests: Count })),
  /** Requests whose cost is not known at all: in no bin. */
  unknown: Count,
})
export type CostHistogram = z.infer<typeof CostHistogram>

/**
 * `mean` is exact; the others are the lower edge of one of 12 steps a decade, so up to a quarter more is possible.
 * `null` when nothing was measured.
 */
const Spread = z.strictObject({
  measured: Count,
  mean: z.number().nullable(),
  median: z.number().nullable(),
  slowest: z.number().nullable(),
})

/** By model, the most used first. ms to the first text; tokens per second from then on. `slowest` is the worst 5 %. */
export const ModelSpeeds = z.array(
  z.strictObject({ model: z.string(), firstTokenMs: Spread, tokensPerSecond: Spread }),
)
export type ModelSpeeds = z.infer<typeof ModelSpeeds>

/** What filters can choose from, over the whole ledger. `''` = rows without one. */
export const LedgerNames = z.strictObject({
  models: z.array(z.string()),
  keys: z.array(z.string()),
  protocols: z.array(z.string()),
  connections: z.array(z.string()),
  /** First and last local day with a row; `null` in an empty ledger. */
  days: z.strictObject({ from: Day, to: Day }).nullable(),
  /** Rows before this day were let go by retention; their roll-ups remain. */
  rowsFrom: Day.nullable(),
})
export type LedgerNames = z.infer<typeof LedgerNames>
