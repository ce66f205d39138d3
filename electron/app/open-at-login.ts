import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { autostartEntry } from '../services/autostart-entry.ts'

/** Has the system start the app when its person logs in, or no longer. Throws what the disk refuses. */
export function setOpenAtLogin(wanted: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted })
    return
  }
  const file = autostartFile()
  if (!wanted) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, autostartEntry(command()), { mode: 0o644 })
}

function autostartFile(): string {
  const configured = process.env['XDG_CONFIG_HOME']
  const folder = configured?.startsWith('/') ? configured : join(homedir(), '.config')
  return join(folder, 'autostart', 'tokenbook.desktop')
}

/** An AppImage is started by its own file: what runs is mounted anew each time. */
function command(): string[] {
  const image = process.env['APPIMAGE']
  if (image !== undefined) return [image]
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()]
}
