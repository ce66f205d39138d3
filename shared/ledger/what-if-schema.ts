import { z } from 'zod'

/** What is taken to be otherwise; `null` = as it was. */
export const WhatIf = z.strictObject({
  /** A name of the model list. `null`: each request at the rates it had. */
  model: z.string().min(1).max(512).nullable(),
  /** Cached part of every prompt, in whole percent. */
  cachedPercent: z.number().int().min(0).max(100).nullable(),
  serviceTier: z.enum(['default', 'priority']).nullable(),
})
export type WhatIf = z.infer<typeof WhatIf>

/** Ticks, over the requests of the period that can be priced both ways; the others are counted apart. */
export const RepricedPeriod = z.strictObject({
  requests: z.number().int(),
  /** Token counts, or the rates of the model, are not known: left out of both sums. */
  leftOut: z.number().int(),
  actual: z.bigint(),
  instead: z.bigint(),
  /** instead - actual. */
  difference: z.bigint(),
  /** difference / actual in percent; `null` when nothing was spent. */
  percent: z.number().nullable(),
  /** Requests that pay the long-context price with it. */
  longContext: z.number().int(),
  /** A rate that was needed is unknown: `instead` is "at least". */
  complete: z.boolean(),
})
export type RepricedPeriod = z.infer<typeof RepricedPeriod>
