import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './app-origin.ts'
import type { Bounds, ViewStore } from './view-store.ts'

const SMALLEST = { width: 800, height: 560 }
const FIRST = { width: 1280, height: 800 }

/** The page's own background in each theme, so that the window never flashes (renderer/app/tokens.css has the same). */
const BACKGROUND = { light: '#ffffff', dark: '#16181d' }

/** Opens the one window where it was last time and shows it with its first painted frame. */
export function openWindow(view: ViewStore, developmentUrl: string | null): BrowserWindow {
  const theme = view.read().theme
  nativeTheme.themeSource = theme === 'high-contrast' ? 'dark' : theme
  const bounds = onScreen(view.bounds())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Tokenbook',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
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
      spellcheck: false,
      devTools: true,
    },
  })
  if (bounds.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  remember(window, view)
  void window.loadURL(developmentUrl ?? APP_PAGE)
  return window
}

/** A window that was on a screen which is gone comes back in the middle of one that is there. */
function onScreen(saved: Bounds | null): Bounds {
  if (!saved) return { ...FIRST, maximized: false }
  const { x, y, width, height } = saved
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) }
  if (x === undefined || y === undefined) return { ...size, maximized: saved.maximized }
  const visible = screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y)
    return across > 100 && down > 60
  })
  return visible ? { x, y, ...size, maximized: saved.maximized } : { ...size, maximized: saved.maximized }
}

function remember(window: BrowserWindow, view: ViewStore): void {
  window.on('close', () => {
    view.saveBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
}
