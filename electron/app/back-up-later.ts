import type { ReportBug } from '../services/report-bug.ts'
import type { OpenStorage } from '../storage/open-storage.ts'

/** Long after the first view is there: a backup reads the whole database. */
const AFTER_START_MS = 60_000
/** An app that stays open for weeks makes its daily backups too. */
const EVERY_MS = 6 * 60 * 60 * 1000

/** Makes the daily backup when one is due, then does what else the data needs from time to time (`tend`). */
export function backUpLater(storage: OpenStorage, tend: () => Promise<void>, reportBug: ReportBug): void {
  const work = async (): Promise<void> => {
    const outcome = await storage.backUpIfDue()
    if (outcome.kind === 'failed') reportBug('backup', new Error(outcome.failure.code))
    try {
      await tend()
    } catch (error) {
      reportBug('tend', error)
    }
  }
  setTimeout(() => void work(), AFTER_START_MS).unref()
  setInterval(() => void work(), EVERY_MS).unref()
}
