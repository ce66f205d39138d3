import { z } from 'zod'
import { call } from './failure.ts'

/** View preferences: everything here may be lost without harm (decision 7). */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  priceUnit: z.enum(['per-million', 'per-thousand', 'per-token', 'raw']),
  navigationCollapsed: z.boolean(),
  demoBannerDismissed: z.boolean(),
  /** Path of the last view, such as `/models`. */
  lastView: z.string().max(2048),
})
export type Preferences = z.infer<typeof Preferences>

export const preferences = {
  read: call.output(Preferences),
  change: call.input(Preferences.partial()).output(Preferences),
}
