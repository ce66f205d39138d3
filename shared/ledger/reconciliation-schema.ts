import { z } from 'zod'
import { Day } from './day.ts'
import { LedgerPeriod } from './ledger-query.ts'

/** The provider's own totals: a number in USD, or usage or invoice JSON. JSON with dates brings its own period. */
export const ProviderTotals = z.strictObject({
  text: z.string().min(1).max(4_000_000),
  period: LedgerPeriod,
  /** The provider's days; what its JSON says goes first. */
  timeZone: z.enum(['utc', 'local']),
  /** Only requests of this connection; `null` = all but the demo. */
  connection: z.string().max(512).nullable(),
})
export type ProviderTotals = z.infer<typeof ProviderTotals>

/** `missing`: the provider counts more than we have; `extra`: we have more. Within its rounding it is `matched`. */
export const Verdict = z.enum(['matched', 'missing', 'extra'])
export type Verdict = z.infer<typeof Verdict>

export const LikelyReason = z.enum([
  'rounding',
  'unknown-rows',
  'estimated-rows',
  'next-day',
  'not-yet-billed',
  'other-clients',
  'other-account',
  'tools-or-images',
  'price-difference',
])
export type LikelyReason = z.infer<typeof LikelyReason>

const Side = { provider: z.bigint(), ours: z.bigint(), difference: z.bigint() }

/** Ticks; difference = ours - provider. `day` and `model` are `null` where the provider does not tell them apart. */
export const Reconciliation = z.strictObject({
  read: z.enum(['number', 'usage', 'invoice']),
  period: LedgerPeriod,
  ...Side,
  /** Half of the last digit that the provider gave, for each number in it. */
  tolerance: z.bigint(),
  verdict: Verdict,
  /** Rows of ours that are in `ours` only in part, or as an estimate. */
  unknown: z.number().int(),
  estimated: z.number().int(),
  lines: z
    .array(z.strictObject({ day: Day.nullable(), model: z.string().nullable(), ...Side, verdict: Verdict }))
    .max(5000),
  /** The most likely first. */
  reasons: z.array(LikelyReason),
})
export type Reconciliation = z.infer<typeof Reconciliation>
