import { app, type BrowserWindow, dialog } from 'electron'
import { createCloseGuard } from '../services/close-guard.ts'
import { words } from './words/words.ts'

/**
 * Asks before the window is closed while an answer is being read. Who quits the app, or ends the computer's session, is
 * not asked: answers are saved and marked.
 */
export function askBeforeClose(window: BrowserWindow | null, underWay: () => number): void {
  if (window === null) return
  const guard = createCloseGuard({ underWay, ask: (count) => ask(window, count) })
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  window.on('close', (event) => {
    if (isQuitting || guard.mayClose()) return
    event.preventDefault()
    void guard.asked().then((close) => {
      if (close && !window.isDestroyed()) window.close()
    })
  })
}

async function ask(window: BrowserWindow, count: number): Promise<boolean> {
  const { closing } = words()
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    buttons: [closing.keepWaiting, closing.close],
    defaultId: 0,
    cancelId: 0,
    message: closing.message(count),
    detail: closing.detail,
  })
  return response === 1
}
