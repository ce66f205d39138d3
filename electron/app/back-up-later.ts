import type { ReportBug } from '../services/report-bug.ts'
import type { OpenStorage } from '../storage/open-storage.ts'

/** Long after the first view is there: a backup reads the whole database. */
const AFTER_START_MS = 60_000

/** Makes the daily backup when one is due. */
export function backUpLater(storage: OpenStorage, reportBug: ReportBug): void {
  const timer = setTimeout(() => {
    const outcome = storage.backUpIfDue()
    if (outcome.kind === 'failed') reportBug('backup', new Error(outcome.kind))
  }, AFTER_START_MS)
  timer.unref()
}
