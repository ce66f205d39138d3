import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuContents } from '../../shared/contract/desktop.ts'
import { type MenuActions, menuTemplate } from './menu-template.ts'

/**
 * Roles only, until the page has said what the menus are called and hold: copy and paste work from the first moment on
 * macOS, where they need a menu. Elsewhere it keeps the height that the whole menu will have.
 */
export function setFirstMenu(): void {
  const application: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...application, { role: 'editMenu' }]))
}

/** Puts the whole menu there, anew each time: the system's menus cannot be changed item by item. */
export function setMenu(contents: MenuContents, actions: MenuActions): void {
  const platform = { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(contents, actions, platform)))
}

/** Ctrl with the wheel asks for another size: told like the command, so that the page decides and remembers. */
export function zoomByWheel(window: BrowserWindow | null, actions: Pick<MenuActions, 'run'>): void {
  window?.webContents.on('zoom-changed', (_event, direction) =>
    actions.run(direction === 'in' ? 'zoom-in' : 'zoom-out'),
  )
}
