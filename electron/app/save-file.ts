import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type SaveDialogOptions } from 'electron'
import type { ExportKind } from '../services/exports.ts'

const FILTERS: Record<ExportKind | 'jsonl', { name: string; extensions: string[] }> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  jsonl: { name: 'JSON Lines', extensions: ['jsonl'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  png: { name: 'PNG', extensions: ['png'] },
}

/** Asks with the system's own dialog, which also asks before a file is replaced. Begins in the folder used last. */
export function createPathChooser(
  window: () => BrowserWindow | null,
): (fileName: string, kind: ExportKind | 'jsonl') => Promise<string | null> {
  let folder = app.getPath('downloads')
  return async (fileName, kind) => {
    const options: SaveDialogOptions = {
      defaultPath: join(folder, fileName),
      filters: [FILTERS[kind]],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    }
    const parent = window()
    const { canceled, filePath } = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options)
    if (canceled || filePath === undefined || filePath === '') return null
    folder = dirname(filePath)
    return filePath
  }
}
