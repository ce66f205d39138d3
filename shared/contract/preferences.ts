import { z } from 'zod'
import { LANGUAGES } from '../language/language.ts'
import { isRate } from '../money/second-currency.ts'
import { call } from './failure.ts'

/** A filter, sort and tab under a name. */
const SavedView = z.strictObject({ name: z.string().min(1).max(80), query: z.string().max(2048) })

const ShownCurrency = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  rate: z.string().refine(isRate),
  date: z.iso.date(),
})

/** View preferences: everything here may be lost without harm (decision 4). */
export const Preferences = z.strictObject({
  /** `system`: the first of the system's languages that the app is written in. */
  language: z.enum(['system', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  priceUnit: z.enum(['per-million', 'per-thousand', 'per-token', 'raw']),
  /** Shown beside dollars; `null` = none. */
  secondCurrency: ShownCurrency.nullable(),
  navigationCollapsed: z.boolean(),
  demoBannerDismissed: z.boolean(),
  /** The tour was walked through or skipped: it is not offered again. */
  tourSeen: z.boolean(),
  /** Path of the last view, such as `/models`. */
  lastView: z.string().max(2048),
  /** What was chosen, filtered or compared in a view, by its name: the address's part after `?`. */
  viewSearches: z.record(z.string().max(32), z.string().max(2048)),
  /** Size of everything in percent. */
  zoom: z.number().int().min(50).max(200),
  density: z.enum(['comfortable', 'compact']),
  /** Ids of the columns of the models table in their order; `null` = the columns it comes with. */
  modelsColumns: z.array(z.string().min(1).max(64)).max(64).nullable(),
  /** Views of the models table: `query` is the address's part after `?` (shared/catalog/view-query.ts). */
  savedViews: z.array(SavedView).max(50),
  /** Habits of a desktop app; each is off unless chosen, but for what is told. */
  tray: z.boolean(),
  openAtLogin: z.boolean(),
  notifyAnswers: z.boolean(),
  notifyBudgets: z.boolean(),
  spellCheck: z.boolean(),
  checkUpdates: z.boolean(),
  /** Models that were looked at and addresses of comparisons (after `?`), newest first. */
  recentModels: z.array(z.string().min(1).max(200)).max(20),
  recentComparisons: z.array(z.string().min(1).max(2048)).max(20),
})
export type Preferences = z.infer<typeof Preferences>

export const preferences = {
  read: call.output(Preferences),
  change: call.input(Preferences.partial()).output(Preferences),
}
