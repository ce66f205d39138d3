import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../electron/xai/redact.ts'
import { cpuMs } from '../../../support/cpu-time.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const letters = fc.constantFrom(...LETTERS)
/** Keys of xAI, of Segmind and of servers of one's own: visible ASCII, 24 to 100 characters. */
const anyKey = fc.oneof(
  fc.string({ unit: letters, minLength: 40, maxLength: 80 }).map((rest) => `xai-${rest}`),
  fc.string({ unit: letters, minLength: 16, maxLength: 30 }).map((rest) => `SG_${rest}`),
  fc.string({ unit: fc.constantFrom(...LETTERS, ...'+/=._~-!$&@%'), minLength: 24, maxLength: 100 }),
)

const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0')
const each = (write: (character: string) => string) => (text: string) => [...text].map(write).join('')

/** How a server may write a text with the key in it, and how a person gets it back. */
const WRITTEN: readonly [name: string, write: (text: string) => string][] = [
  ['as it is', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['as a JSON string', (text) => JSON.stringify(text)],
  ['as JSON in JSON', (text) => JSON.stringify(JSON.stringify({ text }))],
  ['as JSON with all escaped', each((one) => `\\u00${hexOf(one)}`)],
  ['as JavaScript with all escaped', each((one) => `\\x${hexOf(one)}`)],
  ['URL-encoded', encodeURIComponent],
  ['URL-encoded, every letter', each((one) => `%${hexOf(one)}`)],
  ['as HTML references', each((one) => `&#${one.charCodeAt(0)};`)],
  ['in base64', (text) => Buffer.from(text).toString('base64')],
  ['in base64url', (text) => Buffer.from(text).toString('base64url')],
  ['in base64 of 76 columns', (text) => inLines(Buffer.from(text).toString('base64'), 76)],
  ['in hex', (text) => Buffer.from(text).toString('hex')],
  ['in hex, in capitals with colons', (text) => each((one) => `${hexOf(one).toUpperCase()}:`)(text)],
  ['in lines of 20', (text) => inLines(text, 20)],
  ['with spaces between', each((one) => `${one} `)],
  ['with invisible characters between', each((one) => `${one}\u200b`)],
  ['in UTF-16 read as bytes', each((one) => `${one}\u0000`)],
]

const around = fc.string({ unit: fc.constantFrom(...'abcdefgh <>{}[]()=?!'), maxLength: 30 })

describe('an error that echoes the key', () => {
  it.each(WRITTEN)('says nothing of it: %s', (_name, write) => {
    fc.assert(
      fc.property(anyKey, around, around, (key, before, after) => {
        const clean = createRedactor(key)(`Refused ${write(`${before}${key}${after}`)} for good`)
        expect(clean).toMatch(/^Refused /)
        expect(clean).toContain('[removed]')
        // Whatever can be read from the written form of the key: not one piece of it is left.
        const written = write(key)
        const kept = clean.replaceAll('[removed]', '\n')
        const length = Math.ceil((written.length / key.length) * 13) + 4
        for (let at = 0; at + length <= written.length; at += 1) {
          expect(kept).not.toContain(written.slice(at, at + length))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says nothing of a part of it that is 12 characters or longer', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(), fc.nat(), around, (key, from, size, before) => {
        const length = 12 + (size % (key.length - 11))
        const at = from % (key.length - length + 1)
        const part = key.slice(at, at + length)
        expect(createRedactor(key)(`${before} ${part}`)).not.toContain(part)
      }),
    )
  })

  it('may show the beginning and the end of it, as the API does', () => {
    const key = 'xai-Ab3dEf6hIj9lMn2pQr5tUv8xYz1CABDEFGHIJKLMNOPQ'
    const words = `The API key xai-...${key.slice(-4)} (xai-Ab3d…) is disabled.`
    expect(createRedactor(key)(words)).toBe(words)
  })

  it('reads a long error in no time', () => {
    const redact = createRedactor(`xai-${'Ab3dEf6hIj'.repeat(8)}`)
    const text = 'the quick brown xai fox Ab3dEf6hI '.repeat(2_000)
    const began = cpuMs()
    redact(text)
    expect(cpuMs() - began).toBeLessThan(1_000)
  })
})

function inLines(text: string, columns: number): string {
  return (text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? []).join('\r\n')
}
