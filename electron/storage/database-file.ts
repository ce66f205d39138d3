import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import type { StoragePaths } from './storage-paths.ts'
import { USER_VERSION_OFFSET, userVersionInWal } from './wal-version.ts'

/** What lies where the database should be. `blank`: no file, or one without a single byte. */
export type DatabaseFile =
  | { kind: 'blank'; exists: boolean }
  | { kind: 'not-a-database' }
  | { kind: 'database'; version: number; bytes: number }

const HEADER_BYTES = 100
const FIRST_BYTES = 'SQLite format 3\0'

/**
 * Looks at the database without SQLite, which would create files beside it: a database from a newer app must be left
 * exactly as it is. Throws the system's error when the file cannot be read.
 */
export function lookAtDatabase(paths: StoragePaths): DatabaseFile {
  if (!existsSync(paths.database)) return { kind: 'blank', exists: false }
  const bytes = statSync(paths.database).size
  if (bytes === 0) return { kind: 'blank', exists: true }
  const header = readHeader(paths.database)
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== FIRST_BYTES) {
    return { kind: 'not-a-database' }
  }
  const inLog = existsSync(paths.wal) ? userVersionInWal(paths.wal) : null
  return { kind: 'database', version: inLog ?? header.readUInt32BE(USER_VERSION_OFFSET), bytes }
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
