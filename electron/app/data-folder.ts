import { resolve } from 'node:path'
import { app } from 'electron'

/** The folder for everything we keep; `--user-data-dir=<folder>` chooses another. Must run before the app is ready. */
export function chooseDataFolder(): string {
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  if (chosen !== '') app.setPath('userData', resolve(chosen))
  return app.getPath('userData')
}
