import { z } from 'zod'
import { call } from './failure.ts'

/** What is to be told about the database: all well, mended from a backup, or only in memory this time. */
export const StorageState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok') }),
  z.strictObject({
    kind: z.literal('recovered'),
    /** UTC ms of the backup that was restored; `null` when there was none and the app started empty. */
    backupFrom: z.number().nullable(),
    /** Name of the file that holds the damaged database. */
    keptAs: z.string(),
  }),
  z.strictObject({ kind: z.literal('memory-only'), why: z.enum(['read-only', 'disk-full', 'unreadable']) }),
])
export type StorageState = z.infer<typeof StorageState>

export const About = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  sqlite: z.string(),
  dataFolder: z.string(),
  storage: StorageState,
})
export type About = z.infer<typeof About>

export const about = {
  read: call.output(About),
  /** A bug of the page, so that it is logged once, in main. `stack` names our own files only. */
  reportFault: call
    .input(z.strictObject({ where: z.string().max(200), stack: z.string().max(8000) }))
    .output(z.strictObject({})),
  /** Opens an `https:` page in the system browser after a confirmation that shows the host. */
  openLink: call
    .input(z.strictObject({ url: z.string().max(2048) }))
    .output(z.strictObject({ outcome: z.enum(['opened', 'declined', 'refused']) })),
}
