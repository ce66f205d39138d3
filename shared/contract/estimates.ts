import { z } from 'zod'
import { TEXT_KINDS } from '../estimate/text-kind.ts'
import { call } from './failure.ts'

/** See `shared/estimate/estimate-sample.ts`. Tokens; `at` is UTC ms. */
const EstimateSample = z.strictObject({
  source: z.enum(['count', 'request']),
  kind: z.enum(TEXT_KINDS),
  raw: z.number().int().nonnegative(),
  estimated: z.number().int().nonnegative(),
  actual: z.number().int().nonnegative(),
  at: z.number(),
})

/** What the app has to learn from, of the server in use: `calibrate` makes ratios and overheads of it. */
export const Estimates = z.strictObject({
  host: z.string(),
  demo: z.boolean(),
  /** By model id (aliases are resolved), the newest samples of each. */
  models: z.array(z.strictObject({ model: z.string(), samples: z.array(EstimateSample) })),
})
export type Estimates = z.infer<typeof Estimates>

export const estimates = { read: call.output(Estimates) }
