import { app, type BrowserWindow, Menu, nativeImage, Tray } from 'electron'
import { plainLabel } from './menu-template.ts'
import { showWindow } from './show-window.ts'
import { TRAY_ICON } from './tray-icon.ts'

export type TrayWords = { show: string; quit: string }

/** An icon beside the clock while it is wanted. While there is one, closing the window only hides it. */
export type TrayPlace = {
  set(wanted: boolean, words: TrayWords): void
  isThere(): boolean
}

export function createTrayPlace(window: () => BrowserWindow | null): TrayPlace {
  let tray: Tray | null = null
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  window()?.on('close', (event) => {
    if (tray === null || isQuitting) return
    event.preventDefault()
    window()?.hide()
  })
  const show = (): void => showWindow(window())
  return {
    set(wanted, words) {
      if (!wanted) {
        tray?.destroy()
        tray = null
        return
      }
      tray ??= newTray(show)
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { id: 'tray-show', label: plainLabel(words.show), click: show },
          { type: 'separator' },
          { id: 'tray-quit', label: plainLabel(words.quit), click: () => app.quit() },
        ]),
      )
    },
    isThere: () => tray !== null,
  }
}

function newTray(show: () => void): Tray {
  const made = new Tray(nativeImage.createFromDataURL(`data:image/png;base64,${TRAY_ICON}`))
  made.setToolTip('Tokenbook')
  made.on('click', show)
  return made
}
