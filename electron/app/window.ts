import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { APP_PAGE } from './app-origin.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import type { Bounds, FirstView } from './saved-view.ts'
import { type Area, placeOf, SMALLEST } from './window-place.ts'
import { applyWindowTheme, windowBackground } from './window-theme.ts'

/** Opens the one window where it was last time, not yet visible. */
export function openWindow(
  { theme, zoom, bounds: saved }: FirstView,
  developmentUrl: string | null,
): BrowserWindow {
  applyWindowTheme(theme)
  const { maximized, ...bounds } = placeOf(saved, areas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Tokenbook',
    backgroundColor: windowBackground(theme),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Possible, not on: electron/app/spell-check.ts decides, and keeps it off until a person asks for it.
      spellcheck: true,
      devTools: true,
      zoomFactor: zoom / 100,
    },
  })
  if (maximized) window.maximize()
  reloadAfterCrash(window.webContents)
  void window.loadURL(developmentUrl ?? APP_PAGE)
  return window
}

/** Shows the window with its first painted frame, never before. */
export function showWhenPainted(window: BrowserWindow): void {
  window.once('ready-to-show', () => window.show())
}

/** What windows may cover on each screen, the main one first. */
function areas(): Area[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

/** Hands over where the window was when it closes. */
export function rememberBounds(window: BrowserWindow | null, save: (bounds: Bounds) => void): void {
  window?.on('close', () => save({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
}
