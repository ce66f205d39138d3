import { app } from 'electron'

/** An answer under way is saved before the process ends, but a save that hangs must not keep the app open. */
const LONGEST_MS = 2_000

/** Runs `finish` once before the app quits. */
export function quitInOrder(finish: () => Promise<void>): void {
  let finished = false
  app.on('before-quit', (event) => {
    if (finished) return
    finished = true
    event.preventDefault()
    const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_MS))
    void Promise.race([finish().catch(() => undefined), late]).then(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
}
