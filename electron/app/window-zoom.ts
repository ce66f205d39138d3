import type { BrowserWindow } from 'electron'

/** Shows everything in that size, in percent. */
export function applyZoom(window: BrowserWindow | null, percent: number): void {
  if (window === null || window.isDestroyed()) return
  const factor = percent / 100
  // Setting what is set already would lay the page out once more.
  if (Math.abs(window.webContents.getZoomFactor() - factor) > 0.001) window.webContents.setZoomFactor(factor)
}

/** Keeps to the remembered size: Chromium has a memory of its own for it, and forgets it for a page that is loaded again. */
export function keepZoom(window: BrowserWindow | null, percent: () => number): void {
  window?.webContents.on('dom-ready', () => applyZoom(window, percent()))
}
