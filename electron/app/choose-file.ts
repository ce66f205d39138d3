import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'

const OPTIONS: OpenDialogOptions = {
  properties: ['openFile'],
  filters: [
    { name: 'Usage logs', extensions: ['jsonl', 'json', 'ndjson', 'log', 'txt'] },
    { name: 'All files', extensions: ['*'] },
  ],
}

/** Asks with the system's own dialog for one file to read; `null` when the person thought better of it. */
export function createFileChooser(window: () => BrowserWindow | null): () => Promise<string | null> {
  return async () => {
    const parent = window()
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, OPTIONS)
      : await dialog.showOpenDialog(OPTIONS)
    return canceled ? null : (filePaths[0] ?? null)
  }
}
