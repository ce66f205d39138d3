import { app, type BrowserWindow } from 'electron'
import type { Log } from '../services/log.ts'

/** Processes of ours that end on their own, and a page that does not answer, leave a line each. */
export function logCrashes(log: Pick<Log, 'write'>, window: BrowserWindow | null): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write('error', 'process-gone', { process: type, reason, exitCode })
  })
  window?.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write('error', 'process-gone', { process: 'page', reason, exitCode })
  })
  window?.on('unresponsive', () => log.write('warn', 'unresponsive', { process: 'page' }))
}
