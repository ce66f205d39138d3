import type { WebContents } from 'electron'
import { reportBug } from './report-bug.ts'

/** A page that crashes again and again is left alone: reloading it for ever would only heat the computer. */
const MOST_RELOADS = 3
const WITHIN_MS = 60_000

/** Loads the page again when its process is gone. Answers under way go on in the main process, so nothing is lost. */
export function reloadAfterCrash(page: WebContents): void {
  let crashes: number[] = []
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    reportBug('page', new Error(`its process is gone: ${reason}`))
    const now = performance.now()
    crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now]
    if (crashes.length > MOST_RELOADS) return
    // Not inside the event: Chromium is still taking the old process apart.
    setImmediate(() => {
      if (!page.isDestroyed()) page.reload()
    })
  })
}
