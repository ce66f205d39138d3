/** Bytes; the contract's longest text has as many characters. */
export const LARGEST_FILE = 4 * 1024 * 1024

export type WhyNoText = 'too-large' | 'binary' | 'unreadable'
export type TextFile = { kind: 'text'; text: string } | { kind: 'refused'; why: WhyNoText }

/** Reads a file as text: UTF-8, or UTF-16 when a byte order mark says so. Never throws. */
export async function readTextFile(file: Blob): Promise<TextFile> {
  if (file.size > LARGEST_FILE) return { kind: 'refused', why: 'too-large' }
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return { kind: 'refused', why: 'unreadable' }
  }
}

/** A byte order mark belongs to the file, not to its text. Bytes that are no UTF-8, or a NUL, mean it is no text. */
export function decodeText(bytes: Uint8Array): TextFile {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) return { kind: 'refused', why: 'binary' }
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'refused', why: 'binary' }
    throw error
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
