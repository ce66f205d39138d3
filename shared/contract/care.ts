import { z } from 'zod'
import { call } from './failure.ts'

const Count = z.number().int().nonnegative()

/** `at` is UTC ms. */
export const BackupInfo = z.strictObject({ id: z.string(), at: z.number(), bytes: Count })
export type BackupInfo = z.infer<typeof BackupInfo>

/** How long rows of the ledger are kept; `null` = for ever, the default. Their roll-ups stay in any case. */
export const Retention = z.strictObject({
  days: z.number().int().min(1).max(36_500).nullable(),
  rows: z.number().int().min(1000).max(100_000_000).nullable(),
})
export type Retention = z.infer<typeof Retention>

export const DataCare = z.strictObject({
  databaseBytes: Count,
  ledgerRows: Count,
  conversations: Count,
  /** Newest first. */
  backups: z.array(BackupInfo),
  /** Names of damaged databases that were kept. */
  damagedFiles: z.array(z.string()),
  retention: Retention,
})
export type DataCare = z.infer<typeof DataCare>

/** The person's data on this computer. */
export const care = {
  read: call.output(DataCare),
  backUpNow: call.output(DataCare),
  /**
   * Puts the backup in place of today's data, which is backed up first, and starts the app again. Fails with
   * `not-found`, and with `storage-failed` when the backup is not sound.
   */
  restore: call.input(z.strictObject({ id: z.string() })).output(z.strictObject({})),
  /** Lets go of rows that are older, or more, than that. Says how many went. */
  setRetention: call.input(Retention).output(z.strictObject({ removed: Count, care: DataCare })),
  /** Everything this app ever kept here, backups and keys included; the app then starts as new. */
  deleteAll: call.input(z.strictObject({ confirmed: z.literal(true) })).output(z.strictObject({})),
  openDataFolder: call.output(z.strictObject({})),
}
