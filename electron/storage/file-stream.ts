import { closeSync, createReadStream, fsyncSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { FileReader, FileWriter } from '../services/ledger-files.ts'
import { renameDurably } from './durable-file.ts'
import { storageFailure } from './storage-failure.ts'

/**
 * Writes a file that a person chose piece by piece. Its name appears only when it is whole; given up, nothing of it
 * stays. Throws `ServiceFailure` for what the disk refuses.
 */
export function createFileWriter(path: string): FileWriter {
  const unfinished = `${path}.${process.pid}.part`
  const file = told(() => {
    rmSync(unfinished, { force: true })
    return openSync(unfinished, 'wx', 0o600)
  })
  let isOpen = true
  function close(): void {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    // By descriptor: this form repeats short writes and throws when the disk is full (reliability B4).
    write: (text) => told(() => writeFileSync(file, text)),
    finish: () =>
      told(() => {
        fsyncSync(file)
        close()
        renameDurably(unfinished, path)
      }),
    giveUp() {
      close()
      rmSync(unfinished, { force: true })
    },
  }
}

/** Reads a file that a person chose piece by piece, as text. Throws `ServiceFailure` for what the disk refuses. */
export function openFileReader(path: string): FileReader {
  const bytes = told(() => statSync(path).size)
  return {
    bytes,
    async *pieces() {
      const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
      const decoder = new TextDecoder()
      try {
        for await (const chunk of stream) {
          const piece: Uint8Array = chunk
          yield { bytes: piece.byteLength, text: decoder.decode(piece, { stream: true }) }
        }
        yield { bytes: 0, text: decoder.decode() }
      } catch (error) {
        throw storageFailure(error) ?? error
      } finally {
        stream.destroy()
      }
    },
  }
}

function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}
