import { z } from 'zod'
import { COST_KINDS } from './cost-kinds.ts'

const Ticks = z.bigint()
const Rate = Ticks.nullable()

/** Ticks per token by class; `null` = unknown. */
const RateClasses = {
  input: Rate,
  cachedInput: Rate,
  imageInput: Rate,
  output: Rate,
}

/** Unit rates of one model (reference 1): ticks per token, `perSource` ticks per live-search source. */
export const Rates = z.strictObject({
  ...RateClasses,
  perSource: Rate,
  longContext: z
    .strictObject({
      /** Prompt tokens, cached included, at or above which these rates hold for the whole request. */
      threshold: z.number().int().positive(),
      ...RateClasses,
    })
    .nullable(),
})
export type Rates = z.infer<typeof Rates>

/** One line of a bill. `amount` = tokens × rate, in ticks; `null` when either is unknown. */
export const CostLine = z.strictObject({
  kind: z.enum(COST_KINDS),
  tokens: z.number().int().nullable(),
  rate: Rate,
  amount: Rate,
})
export type CostLine = z.infer<typeof CostLine>

/** `total` is the sum of the known lines, in ticks; `complete: false` means "at least". */
export const Cost = z.strictObject({
  total: Ticks,
  complete: z.boolean(),
  tier: z.enum(['standard', 'long-context']),
  lines: z.array(CostLine),
})
export type Cost = z.infer<typeof Cost>
