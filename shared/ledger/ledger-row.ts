import { z } from 'zod'
import { Cost, Rates } from '../pricing/price-schema.ts'
import { TokenUsage } from '../usage/usage-schema.ts'
import { Day } from './day.ts'
import { LEDGER_STATES } from './ledger-kinds.ts'

/**
 * Where the money of one attempt stands. `final`: the server told its usage; `estimated`: stopped or cut, `method` says
 * how the amount was made; `rejected`: refused before any work, costs nothing; `unknown`: may have cost something.
 */
export const LedgerState = z.enum(LEDGER_STATES)
export type LedgerState = z.infer<typeof LedgerState>

/** How the amount of an `estimated` row was made. */
const ESTIMATE_METHODS = [
  /** The last usage that the stream told before it ended. */
  'usage-so-far',
  /** Tokens estimated from the text that was sent and that came (shared/estimate). */
  'text-estimate',
  /** What another program reckoned, at import. */
  'told-by-import',
  /** Told tokens at the prices known when it was imported. */
  'priced-at-import',
] as const
export const EstimateMethod = z.enum(ESTIMATE_METHODS)
export type EstimateMethod = z.infer<typeof EstimateMethod>

/** Why bill and computed cost differ (shared/pricing/difference.ts). `proven`: comes out to the tick with it. */
export const LedgerDifference = z.strictObject({
  /** billed - computed, ticks. */
  ticks: z.bigint(),
  reason: z.string().max(40),
  proven: z.boolean(),
})
export type LedgerDifference = z.infer<typeof LedgerDifference>

const Ms = z.number().int().nonnegative().nullable()

/** One attempt to get an answer, as it stands on disk. A closed row never changes: corrections are rows of their own. */
export const LedgerRow = z.strictObject({
  /** The order of the ledger: never goes back, whatever the clock does. */
  sequence: z.number().int().positive(),
  id: z.string(),
  /** A `reversal` takes a row out again (all its amounts negative); a `correction` stands in its place. */
  kind: z.enum(['request', 'reversal', 'correction']),
  /** The id of the row that this one reverses or replaces. */
  corrects: z.string().nullable(),
  state: LedgerState,
  method: EstimateMethod.nullable(),
  /** `app`, or the format it was imported from. */
  source: z.string(),
  /** UTC ms. */
  at: z.number().int(),
  /** Minutes east of UTC, where and when it was sent. */
  utcOffset: z.number().int(),
  day: Day,
  /** The press that asked for it; its tries share it. */
  attemptId: z.string(),
  tryNumber: z.number().int().positive(),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  protocol: z.string(),
  connection: z.string(),
  host: z.string(),
  demo: z.boolean(),
  /** The redacted key, such as `xai-...b14o`; never the key. */
  key: z.string().nullable(),
  askedModel: z.string(),
  servedModel: z.string().nullable(),
  usage: TokenUsage.nullable(),
  /** Unit rates in force when it was sent. */
  rates: Rates.nullable(),
  ratesFor: z.enum(['asked', 'served', 'instead']),
  computed: Cost.nullable(),
  difference: LedgerDifference.nullable(),
  /** What totals count: the bill, or what tokens times rates give where none was told. */
  spent: z.bigint(),
  /** Whether `spent` is all of it; otherwise "at least". */
  complete: z.boolean(),
  serviceTier: z.string().nullable(),
  firstTokenMs: Ms,
  durationMs: Ms,
  finishReason: z.string().nullable(),
  requestId: z.string().nullable(),
  errorCode: z.string().nullable(),
  /** Digest of the parameters, without the messages; `null` when none were recorded. */
  parametersHash: z.string().nullable(),
  /** What was unusual about the answer's form, such as `usage-in-every-chunk`. */
  quirks: z.array(z.string()),
})
export type LedgerRow = z.infer<typeof LedgerRow>
