import { describe, expect, it } from 'vitest'
import {
  decodeText,
  LARGEST_FILE,
  readTextFile,
} from '../../../../renderer/features/tokenizer/files/text-file.ts'

describe('decodeText', () => {
  it.each<[string, number[], string]>([
    ['nothing', [], ''],
    ['UTF-8', [0x68, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], 'h\u00e9\u{1f600}'],
    ['UTF-8 with a byte order mark, which is left out', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16 LE with a byte order mark', [0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8, 0x00, 0xde], 'a\u{1f600}'],
    ['UTF-16 BE with a byte order mark', [0xfe, 0xff, 0x00, 0x61, 0xd8, 0x3d, 0xde, 0x00], 'a\u{1f600}'],
    ['line ends and a tab as they are', [0x61, 0x0d, 0x0a, 0x09], 'a\r\n\t'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toStrictEqual({ kind: 'text', text })
  })

  it.each<[string, number[]]>([
    ['a NUL', [0x61, 0x00, 0x62]],
    ['UTF-16 without a byte order mark', [0x61, 0x00, 0x62, 0x00]],
    ['bytes that are no UTF-8', [0x89, 0x50, 0x4e, 0x47]],
    ['a character that is cut off', [0x61, 0xe4, 0xbd]],
    ['UTF-16 with half a character', [0xff, 0xfe, 0x3d, 0xd8]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toStrictEqual({ kind: 'refused', why: 'binary' })
  })
})

describe('readTextFile', () => {
  it('reads a file of exactly the largest size', async () => {
    const read = await readTextFile(new Blob([new Uint8Array(LARGEST_FILE).fill(0x61)]))
    expect(read.kind === 'text' && read.text.length).toBe(LARGEST_FILE)
  })

  it('refuses one byte more', async () => {
    const read = await readTextFile(new Blob([new Uint8Array(LARGEST_FILE + 1).fill(0x61)]))
    expect(read).toStrictEqual({ kind: 'refused', why: 'too-large' })
  })

  it('says so when the file cannot be read', async () => {
    const gone = new Blob(['a'])
    gone.arrayBuffer = () => Promise.reject(new Error('gone'))
    expect(await readTextFile(gone)).toStrictEqual({ kind: 'refused', why: 'unreadable' })
  })
})
