import { z } from 'zod'
import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html); extended codes hold them in the low byte. */
const SQLITE = { error: 1, readOnly: 8, corrupt: 11, full: 13, notADatabase: 26 } as const
/** SQLITE_IOERR_SHMSIZE: the index of the write-ahead log could not grow, which a full disk causes. */
const SQLITE_SHM_SIZE = 4874

/** A database that opens but is not whole: a check failed, or tables are gone. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
}

/** Whether the error means that the file itself is broken, so that another try cannot help. */
export function isDamage(error: unknown): boolean {
  // What is stored is checked as it is read: a row that is none was written by something else, or is broken.
  if (error instanceof DamagedDatabase || error instanceof z.ZodError) return true
  const code = sqliteCode(error)
  if (code === null) return false
  const primary = code & 0xff
  return primary === SQLITE.corrupt || primary === SQLITE.notADatabase
}

/**
 * What SQLite or the file system reported, as `disk-full`, `storage-read-only` or `storage-failed`; `null` when the
 * error is not theirs, which makes it a bug that must not be hidden.
 */
export function storageFailure(error: unknown): ServiceFailure | null {
  if (error instanceof ServiceFailure) return error
  const code = storageCode(error)
  return code === null ? null : new ServiceFailure(failureOf(code), { cause: error })
}

function storageCode(error: unknown): 'disk-full' | 'storage-read-only' | 'storage-failed' | null {
  if (isDamage(error)) return 'storage-failed'
  const sqlite = sqliteCode(error)
  if (sqlite !== null) {
    if ((sqlite & 0xff) === SQLITE.full || sqlite === SQLITE_SHM_SIZE) return 'disk-full'
    return (sqlite & 0xff) === SQLITE.readOnly ? 'storage-read-only' : 'storage-failed'
  }
  switch (errorCode(error)) {
    case null:
      return null
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'storage-read-only'
    default:
      return 'storage-failed'
  }
}

function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode
  // The development engine gives no number when a query of many rows fails, only SQLite's words.
  return error.message === 'database disk image is malformed' ? SQLITE.corrupt : SQLITE.error
}

/** The code of a system call's error (`syscall` is set by Node), or of a database used after it was closed. */
function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return 'syscall' in error || error.code === 'ERR_INVALID_STATE' ? error.code : null
}
