import { basename } from 'node:path'
import type { FileToSave, SaveOutcome } from '../../shared/contract/exports.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { safeFileName } from './file-name.ts'
import { pngFromBase64 } from './png.ts'
import { ServiceFailure } from './ports.ts'

export type ExportKind = FileToSave['kind']

export type ExportPorts = {
  /** Asks the person; `null` when they thought better of it. */
  choosePath(fileName: string, kind: ExportKind): Promise<string | null>
  /** Throws `ServiceFailure` with `disk-full`, `storage-read-only`, `storage-failed`; a file is written whole or not. */
  writeFile(path: string, content: Uint8Array | string): void
}

export type ExportService = {
  /** Throws `ServiceFailure`: `invalid-request` for a PNG that is none, `busy` while a dialog is open. */
  save(file: FileToSave): Promise<SaveOutcome>
}

const ENDINGS: Record<ExportKind, string> = { csv: '.csv', json: '.json', markdown: '.md', png: '.png' }

/** Saves what the page made where the person says. The page gives content, never a path, and learns none. */
export function createExportService({ choosePath, writeFile }: ExportPorts): ExportService {
  let asking = false
  return {
    async save(file) {
      const content = contentOf(file)
      if (asking) throw new ServiceFailure(failureOf('busy'))
      asking = true
      try {
        const path = await choosePath(safeFileName(file.suggestedName, ENDINGS[file.kind]), file.kind)
        if (path === null) return { outcome: 'declined' }
        writeFile(path, content)
        return { outcome: 'saved', fileName: basename(path) }
      } finally {
        asking = false
      }
    },
  }
}

function contentOf(file: FileToSave): Uint8Array | string {
  if (file.kind !== 'png') return file.content
  const image = pngFromBase64(file.content)
  if (image === null) throw new ServiceFailure(failureOf('invalid-request'))
  return image
}
