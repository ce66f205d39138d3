import { app, dialog, shell } from 'electron'
import type { NewerStorage } from '../storage/open-storage.ts'
import { words } from './words/words.ts'

/** Says that the data belongs to a newer Tokenbook, and ends. Nothing was written, and there is no way to go on. */
export function refuseNewerStorage({ found, known }: NewerStorage, dataFolder: string): void {
  const say = words().newerStorage
  const message = say.message
  const detail = say.detail(found, known)
  process.stderr.write(`${message} ${detail}\n`)
  const buttons = [say.quit, say.openFolder]
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
