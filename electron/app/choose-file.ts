import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { words } from './words/words.ts'

function chooseOptions(): OpenDialogOptions {
  const { files } = words()
  return {
    properties: ['openFile'],
    filters: [
      { name: files.usageLogs, extensions: ['jsonl', 'json', 'ndjson', 'log', 'txt'] },
      { name: files.all, extensions: ['*'] },
    ],
  }
}

/** Asks with the system's own dialog for one file to read; `null` when the person thought better of it. */
export function createFileChooser(window: () => BrowserWindow | null): () => Promise<string | null> {
  return async () => {
    const parent = window()
    const options = chooseOptions()
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return canceled ? null : (filePaths[0] ?? null)
  }
}
