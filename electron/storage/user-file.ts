import { readFileSync, statSync } from 'node:fs'
import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'
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

/** Reads a UTF-8 file that a person chose. Throws `ServiceFailure` with `storage-failed` when it cannot be read. */
export function readUserFile(path: string, mostBytes: number): { text: string } | 'too-large' {
  try {
    if (statSync(path).size > mostBytes) return 'too-large'
    return { text: readFileSync(path, 'utf8') }
  } catch (error) {
    throw new ServiceFailure(failureOf('storage-failed'), { cause: error })
  }
}
