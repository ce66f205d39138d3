import { z } from 'zod'
import { call } from './failure.ts'

/** What somebody who helps has to know, for the person to read and to hand on. Nothing of it is sent anywhere. */
export const Diagnostics = z.strictObject({
  /** Versions, the state of the data, kinds of connections, the last lines of the log; redacted, plain text. */
  text: z.string().max(400_000),
  /** UTC ms. */
  at: z.number(),
})
export type Diagnostics = z.infer<typeof Diagnostics>

export const diagnostics = {
  read: call.output(Diagnostics),
  /** Shows the folder with the log in the system's file manager. */
  openLogFolder: call.output(z.strictObject({})),
}
