import type { BrowserWindow } from 'electron'

/** Brings the window back to where a person sees it. */
export function showWindow(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
