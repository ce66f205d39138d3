import { app, dialog, shell } from 'electron'
import type { NewerStorage } from '../storage/open-storage.ts'

/** Says that the data belongs to a newer Tokenbook, and ends. Nothing was written, and there is no way to go on. */
export function refuseNewerStorage({ found, known }: NewerStorage, dataFolder: string): void {
  const message = 'Your data was written by a newer Tokenbook.'
  const detail = `This version knows data up to format ${known}, yours is format ${found}. Nothing was changed. Install the newer version again to open it.`
  process.stderr.write(`${message} ${detail}\n`)
  const buttons = ['Quit', 'Open data folder']
  void dialog
    .showMessageBox({
      type: 'error',
      title: 'Tokenbook',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
    })
    .then(async ({ response }) => {
      if (response === 1) await shell.openPath(dataFolder)
      app.exit(1)
    })
}
