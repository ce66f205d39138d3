import { app, type BrowserWindow } from 'electron'

/** Whether this is the only one with this data folder. A second start shows the first one's window and ends. */
export function isOnlyInstance(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => {
    const first = window()
    if (!first) return
    if (first.isMinimized()) first.restore()
    first.show()
    first.focus()
  })
  return true
}
