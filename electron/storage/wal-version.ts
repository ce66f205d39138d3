import { readFileSync } from 'node:fs'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const SMALLEST_PAGE_BYTES = 512
/** The last bit tells the byte order of the checksums. */
const MAGIC = 0x377f0682
/** Where the database header, on page 1, holds `user_version`. */
export const USER_VERSION_OFFSET = 60

type Sums = { first: number; second: number }

/**
 * `user_version` as the last whole transaction in a write-ahead log left it, or `null` when the log does not touch it.
 * Reads the log as sqlite.org/fileformat2.html (section 4) describes it: opening the database to ask would write.
 */
export function userVersionInWal(path: string): number | null {
  const log = readFileSync(path)
  if (log.length < HEADER_BYTES || (log.readUInt32BE(0) & ~1) !== MAGIC) return null
  const bigEndian = (log.readUInt32BE(0) & 1) === 1
  const pageSize = log.readUInt32BE(8)
  if (pageSize < SMALLEST_PAGE_BYTES) return null
  const salt = log.subarray(16, 24)
  let sums = checksum(log.subarray(0, 24), bigEndian, { first: 0, second: 0 })
  if (!endsWith(log.subarray(24, 32), sums)) return null

  let committed: number | null = null
  let pending: number | null = null
  const frameBytes = FRAME_HEADER_BYTES + pageSize
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const page = log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes)
    sums = checksum(page, bigEndian, checksum(log.subarray(at, at + 8), bigEndian, sums))
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    if (!endsWith(log.subarray(at + 16, at + 24), sums)) break
    if (log.readUInt32BE(at) === 1) pending = page.readUInt32BE(USER_VERSION_OFFSET)
    const isCommit = log.readUInt32BE(at + 4) !== 0
    if (isCommit) committed = pending
  }
  return committed
}

function checksum(bytes: Buffer, bigEndian: boolean, before: Sums): Sums {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let { first, second } = before
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + words.getUint32(at, !bigEndian) + second) >>> 0
    second = (second + words.getUint32(at + 4, !bigEndian) + first) >>> 0
  }
  return { first, second }
}

function endsWith(stored: Buffer, sums: Sums): boolean {
  return stored.readUInt32BE(0) === sums.first && stored.readUInt32BE(4) === sums.second
}
