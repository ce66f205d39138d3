import { ServiceFailure } from '../services/ports.ts'
import type { ReportBug } from '../services/report-bug.ts'

/** When the first view has its rows: the check must not stand in the way of what a person waits for. */
const AFTER_START_MS = 3_000

/** Finds out once at the start whether the key works, so that a disabled one is known before the first prompt. */
export function checkKeyLater(check: () => Promise<void>, reportBug: ReportBug): void {
  const timer = setTimeout(() => {
    check().catch((error: unknown) => {
      // A base URL that cannot be used is said wherever it matters.
      if (!(error instanceof ServiceFailure)) reportBug('key check', error)
    })
  }, AFTER_START_MS)
  timer.unref()
}
