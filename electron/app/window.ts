import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { APP_PAGE } from './app-origin.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import type { Bounds, FirstView } from './saved-view.ts'
import { applyWindowTheme, windowBackground } from './window-theme.ts'

const SMALLEST = { width: 800, height: 560 }
const FIRST = { width: 1280, height: 800 }

/** Opens the one window where it was last time, not yet visible. */
export function openWindow(
  { theme, zoom, bounds: saved }: FirstView,
  developmentUrl: string | null,
): BrowserWindow {
  applyWindowTheme(theme)
  const { maximized, ...bounds } = onScreen(saved)
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

type Place = { x?: number; y?: number; width: number; height: number; maximized: boolean }

/** A window that was on a screen which is gone comes back in the middle of one that is there. */
function onScreen(saved: Bounds | null): Place {
  if (!saved) return { ...FIRST, maximized: false }
  const width = Math.max(saved.width, SMALLEST.width)
  const height = Math.max(saved.height, SMALLEST.height)
  const place = { width, height, maximized: saved.maximized }
  const isVisible = screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(saved.x + width, area.x + area.width) - Math.max(saved.x, area.x)
    const down = Math.min(saved.y + height, area.y + area.height) - Math.max(saved.y, area.y)
    return across > 100 && down > 60
  })
  return isVisible ? { ...place, x: saved.x, y: saved.y } : place
}

/** Hands over where the window was when it closes. */
export function rememberBounds(window: BrowserWindow | null, save: (bounds: Bounds) => void): void {
  window?.on('close', () => save({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
}
