import { app, BrowserWindow } from 'electron'
import { nextTurn } from './next-turn.ts'

/** What the page still has to write is waited for, but one that hangs must not keep the app open. */
const LONGEST_GOING_MS = 1_500
/** An answer under way is saved before the process ends, but a save that hangs must not keep the app open. */
const LONGEST_FINISH_MS = 2_000

/** What a system sends when a person logs out, a service manager stops the app, or a terminal closes. */
const ENDING = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

type Ports = {
  /** Kept when everything that the page sent has come, and nothing more can. */
  pageGone: () => Promise<void>
  finish: () => Promise<void>
}

/**
 * Ends the app once, also when a signal does it: first the windows, for a page writes what it still holds when it goes
 * (renderer/app/before-going.ts), then `finish`, then the process.
 */
export function quitInOrder({ pageGone, finish }: Ports): void {
  let stage: 'open' | 'ending' | 'over' = 'open'
  const end = async (): Promise<void> => {
    const closed = BrowserWindow.getAllWindows().map(closeWindow)
    await within(LONGEST_GOING_MS, Promise.all(closed).then(pageGone).then(nextTurn))
    await within(LONGEST_FINISH_MS, finish())
    stage = 'over'
    app.quit()
  }
  // Electron's own handler is gone as soon as any library listens for a signal (electron-store's when-exit does, and
  // then ends the process at once). Ours stays, so that whichever comes first, the app quits in order.
  for (const signal of ENDING) process.on(signal, () => app.quit())
  app.on('before-quit', (event) => {
    if (stage === 'over') return
    event.preventDefault()
    if (stage === 'ending') return
    stage = 'ending'
    void end()
  })
  app.on('window-all-closed', () => app.quit())
}

function closeWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('closed', resolve)
    window.close()
  })
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, ms))
  await Promise.race([work.catch(() => undefined), late])
}
