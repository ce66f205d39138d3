import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'

/** Asks with the system's own dialog which conversation file to read; `null` when the person thought better of it. */
export function createFileChooser(window: () => BrowserWindow | null): () => Promise<string | null> {
  return async () => {
    const options: OpenDialogOptions = {
      defaultPath: app.getPath('downloads'),
      filters: [{ name: 'JSON', extensions: ['json'] }],
      properties: ['openFile'],
    }
    const parent = window()
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return canceled ? null : (filePaths[0] ?? null)
  }
}
