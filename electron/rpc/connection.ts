import { type BrowserWindow, type IpcMainEvent, ipcMain, type MessagePortMain } from 'electron'
import { isOurs } from '../app/app-origin.ts'

/**
 * Accepts a port only from the top frame of our own window showing our own page. `senderFrame` is null after the
 * frame has gone; a second port of the same page replaces the first (a reload). `serve` starts the port when it listens:
 * until then messages wait in it.
 */
export function acceptPagePort(
  window: () => BrowserWindow | null,
  developmentOrigin: string | null,
  serve: (port: MessagePortMain) => void,
): void {
  let current: MessagePortMain | null = null
  ipcMain.on('tokenbook:port', (event) => {
    const [port] = event.ports
    if (!port) return
    if (!isFromOurPage(event, window(), developmentOrigin)) return port.close()
    current?.close()
    current = port
    serve(port)
  })
}

function isFromOurPage(
  event: IpcMainEvent,
  window: BrowserWindow | null,
  developmentOrigin: string | null,
): boolean {
  const frame = event.senderFrame
  if (!frame || !window || window.isDestroyed()) return false
  const fromTop = event.sender.id === window.webContents.id && frame.parent === null
  return fromTop && isOurs(frame.url, developmentOrigin)
}
