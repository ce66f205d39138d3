import { accessSync, constants } from 'node:fs'
import { app, type BrowserWindow } from 'electron'
import { showWindow } from './show-window.ts'

/**
 * Whether this is the only one with this data folder. A second start shows the first one's window and ends. The lock is
 * a file in the folder: where none can be made nobody holds it, and nothing is written that two could spoil.
 */
export function isOnlyInstance(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return !isWritable(app.getPath('userData'))
  app.on('second-instance', () => showWindow(window()))
  return true
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
