import { type BrowserWindow, dialog } from 'electron'
import { createCloseGuard } from '../services/close-guard.ts'

/**
 * Asks before the window is closed while an answer is being read. Who quits the app, or ends the computer's session, is
 * not asked: answers are saved and marked, and by the time the window closes nothing is under way.
 */
export function askBeforeClose(window: BrowserWindow | null, underWay: () => number): void {
  if (window === null) return
  const guard = createCloseGuard({ underWay, ask: (count) => ask(window, count) })
  window.on('close', (event) => {
    if (guard.mayClose()) return
    event.preventDefault()
    void guard.asked().then((close) => {
      if (close && !window.isDestroyed()) window.close()
    })
  })
}

async function ask(window: BrowserWindow, count: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    buttons: ['Keep waiting', 'Close'],
    defaultId: 0,
    cancelId: 0,
    message: count === 1 ? 'An answer is still coming.' : `${count} answers are still coming.`,
    detail: 'What came so far is kept. The server may charge for the rest as well.',
  })
  return response === 1
}
