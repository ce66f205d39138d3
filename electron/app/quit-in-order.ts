import { app } from 'electron'

/** An answer under way is saved before the process ends, but a save that hangs must not keep the app open. */
const LONGEST_MS = 2_000

/** What a system sends when a person logs out, a service manager stops the app, or a terminal closes. */
const ENDING = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Runs `finish` once before the app quits, also when a signal ends it. */
export function quitInOrder(finish: () => Promise<void>): void {
  let finished = false
  // Electron's own handler is gone as soon as any library listens for a signal (electron-store's when-exit does, and
  // then ends the process at once). Ours stays, so that whichever comes first, the app quits in order.
  for (const signal of ENDING) process.on(signal, () => app.quit())
  app.on('before-quit', (event) => {
    if (finished) return
    finished = true
    event.preventDefault()
    const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_MS))
    void Promise.race([finish().catch(() => undefined), late]).then(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
}
