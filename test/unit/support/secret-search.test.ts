import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesHolding, spellingsIn, spellingsOf } from '../../support/secret-search.ts'

const SECRET = 'xai-CANARY+7Qd93kLm/Zp0WvT4yRb8NcF2hJ6sA'

describe('the search for a secret', () => {
  it.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['URL-encoded', (text: string) => Buffer.from(encodeURIComponent(text))],
    ['base64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['base64url', (text: string) => Buffer.from(Buffer.from(text).toString('base64url'))],
    ['hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['capital hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
    ['UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('finds it as %s, wherever it stands in what was written', (_name, write) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uint8Array(), (before, after, noise) => {
        // Long runs of ASCII keep the bytes of a spelling together whatever stands around it.
        const content = Buffer.concat([noise, write(`${ascii(before)}${SECRET}${ascii(after)}`), noise])
        expect(spellingsIn(content, SECRET)).not.toEqual([])
      }),
    )
  })

  it('finds nothing where there is nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_096 }), (noise) => spellingsIn(noise, SECRET).length === 0),
    )
    expect(spellingsIn('xai-...6sA and xai-CANARY', SECRET)).toEqual([])
  })

  it('looks into every file and at every name below a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokenbook-search-'))
    mkdirSync(join(folder, 'a', 'b'), { recursive: true })
    const spellings = spellingsOf('xai-plain-1234567890')
    for (const [at, { bytes }] of spellings.entries()) {
      writeFileSync(join(folder, 'a', 'b', `${at}.bin`), Buffer.concat([Buffer.alloc(70_000), bytes]))
    }
    writeFileSync(join(folder, 'xai-plain-1234567890.txt'), '')
    const found = filesHolding(folder, 'xai-plain-1234567890')
    for (const at of spellings.keys()) expect(found.join('\n')).toContain(`${at}.bin`)
    expect(found.some((hit) => hit.endsWith('in its name'))).toBe(true)
    rmSync(folder, { recursive: true })
  })
})

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?')
}
