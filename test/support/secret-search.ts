import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One way a secret can be written. `bytes` depend on the secret alone, wherever it stands. */
type Spelling = { name: string; bytes: Buffer }

/**
 * Plain, URL-encoded, base64 in its three alignments (both alphabets), hex in both cases, UTF-16 in both byte orders, and
 * reversed.
 */
export function spellingsOf(secret: string): Spelling[] {
  const bytes = Buffer.from(secret, 'utf8')
  const hex = bytes.toString('hex')
  const spellings: [string, Buffer][] = [
    ['plain', bytes],
    ['URL-encoded', Buffer.from(encodeURIComponent(secret))],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ['UTF-16LE', Buffer.from(secret, 'utf16le')],
    ['UTF-16BE', Buffer.from(secret, 'utf16le').swap16()],
    ['reversed', Buffer.from([...secret].reverse().join(''))],
  ]
  for (const shift of [0, 1, 2]) {
    const base64 = base64Within(bytes, shift)
    spellings.push([`base64 after ${shift}`, Buffer.from(base64)])
    spellings.push([
      `base64url after ${shift}`,
      Buffer.from(base64.replaceAll('+', '-').replaceAll('/', '_')),
    ])
  }
  return spellings.map(([name, written]) => ({ name, bytes: written }))
}

/** The characters of base64 that depend on nothing but `bytes` when `shift` other bytes stand before them. */
function base64Within(bytes: Buffer, shift: number): string {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
  return shifted.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((shifted.length * 8) / 6))
}

/** The names of the spellings of `secret` in a text or in bytes. */
export function spellingsIn(content: string | Uint8Array, secret: string): string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  return spellingsOf(secret).flatMap(({ name, bytes: written }) => (bytes.includes(written) ? [name] : []))
}

/** `<file>: <spelling>` for every file below `folder` that holds the secret, in its content or in its name. */
export function filesHolding(folder: string, secret: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    const named = spellingsIn(entry.name, secret).map((spelling) => `${path}: ${spelling} in its name`)
    if (entry.isDirectory()) return [...named, ...filesHolding(path, secret)]
    if (!entry.isFile()) return named
    return [...named, ...spellingsIn(contentOf(path), secret).map((spelling) => `${path}: ${spelling}`)]
  })
}

/** Chromium removes files of its own at any time. */
function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    return new Uint8Array()
  }
}
