import { writeDurably } from './durable-file.ts'
import { storageFailure } from './storage-failure.ts'
import type { StoragePaths } from './storage-paths.ts'

/** The next start then looks at every page, finds the broken one and restores a backup. */
export function askForWholeCheck(paths: StoragePaths): void {
  try {
    writeDurably(paths.checkDue, '')
  } catch (error) {
    // The damage itself is about to be reported; a small file is always checked as a whole anyway.
    if (storageFailure(error) === null) throw error
  }
}
