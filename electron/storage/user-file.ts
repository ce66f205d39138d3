import { writeDurably } from './durable-file.ts'
import { storageFailure } from './storage-failure.ts'

/** Writes a file that a person chose, whole or not at all. Throws `ServiceFailure` for what the disk refuses. */
export function writeUserFile(path: string, content: Uint8Array | string): void {
  try {
    writeDurably(path, content)
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}
