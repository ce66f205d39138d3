import { z } from 'zod'
import { ImageModel, LanguageModel, Problem } from '../catalog/model.ts'
import { call, Failure } from './failure.ts'

/** The catalog as last read from the server in use, with where it comes from and how old it is. */
export const Catalog = z.strictObject({
  /** Host that gave the list. */
  host: z.string(),
  demo: z.boolean(),
  /** `none`: nothing was ever read from this host. `disk`: the last good list, kept over a restart. */
  from: z.enum(['none', 'disk', 'server']),
  /** UTC ms when the list was read from the server; `null` when never. */
  readAt: z.number().nullable(),
  models: z.array(LanguageModel),
  imageModels: z.array(ImageModel),
  problems: z.array(Problem),
  /** Why the latest attempt to read the list failed; the models above are then older than that. */
  failure: Failure.nullable(),
})
export type Catalog = z.infer<typeof Catalog>

export const catalog = {
  /** What is known now, at once, without asking the server. */
  read: call.output(Catalog),
  /** Asks the server. A failure to reach it is in `failure`; what was known stays. */
  refresh: call.output(Catalog),
}
