import { z } from 'zod'
import { call } from './failure.ts'

/** One package that is part of this app. All of it is untrusted text of its makers. */
export const PackageLicence = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  homepage: z.string().nullable(),
  /** `''`: the package carries none of its own. */
  text: z.string(),
})
export type PackageLicence = z.infer<typeof PackageLicence>

export const licences = {
  /** By name. Fails with `not-found` in a build that was not made as a whole. */
  list: call.output(z.array(PackageLicence)),
}
