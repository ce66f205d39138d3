const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME = 12

/**
 * The bytes of a PNG given as base64; `null` when the text is not exactly base64, or the bytes are not a PNG from the
 * signature over whole chunks to the end mark: nothing else can be hidden behind it.
 */
export function pngFromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text && isPng(bytes) ? bytes : null
}

function isPng(bytes: Buffer): boolean {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return false
  let at = SIGNATURE.length
  for (let first = true; at + CHUNK_FRAME <= bytes.length; first = false) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (first && (type !== 'IHDR' || length !== 13)) return false
    at += CHUNK_FRAME + length
    if (type === 'IEND') return length === 0 && at === bytes.length
  }
  return false
}
