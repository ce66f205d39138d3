import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedKey } from '../../../../shared/key/pasted-key.ts'

const KEY = 'xai-Ab3dEf6hIj9kLm2n'

describe('what was pasted as a key', () => {
  it.each([
    KEY,
    ` ${KEY}\r\n`,
    `Bearer ${KEY}`,
    `export XAI_API_KEY="${KEY}"`,
    `"x-api-key": "${KEY}"`,
    `«${KEY}»,`,
  ])('is cleaned of what is around it: %j', (pasted) => {
    expect(readPastedKey(pasted, 'xai')).toEqual({ ok: true, key: KEY })
  })

  it.each([
    ['', { why: 'empty' }],
    ['Bearer', { why: 'empty' }],
    ['xai-abc def-ghi', { why: 'space-inside' }],
    [`${KEY}\n${KEY}`, { why: 'space-inside' }],
    ['xai-...b14o', { why: 'shortened' }],
    ['xai-Ab3d…Lm2n', { why: 'shortened' }],
    ['xa***2n', { why: 'shortened' }],
    ['•'.repeat(20), { why: 'shortened' }],
    ['xаi-with-a-cyrillic-letter', { why: 'wrong-characters' }],
    ['xai-123', { why: 'too-short' }],
    [`xai-${'k'.repeat(600)}`, { why: 'too-long' }],
    ['sk-ant-api03-0123456789', { why: 'other-service', service: 'Anthropic' }],
    ['sk-proj-0123456789', { why: 'other-service', service: 'OpenAI' }],
    ['SG_0123456789abcdef', { why: 'other-service', service: 'Segmind' }],
    ['XAI-Ab3dEf6hIj9kLm2n', { why: 'wrong-prefix' }],
    ['0123456789abcdef', { why: 'wrong-prefix' }],
  ])('is refused with the reason: %j', (pasted, reason) => {
    expect(readPastedKey(pasted, 'xai')).toEqual({ ok: false, ...reason })
  })

  it('is refused at once when it is longer than can be sent to be saved', () => {
    expect(readPastedKey(`${KEY}${' '.repeat(4096 - KEY.length)}`, 'xai')).toEqual({ ok: true, key: KEY })
    expect(readPastedKey(`${KEY}${' '.repeat(4097 - KEY.length)}`, 'xai')).toEqual({
      ok: false,
      why: 'too-long',
    })
  })

  it.each(['custom', 'segmind'] as const)('may begin in any way for %s', (keyFor) => {
    const key = 'SG_0123456789abcdef'
    expect(readPastedKey(` "${key}"`, keyFor)).toEqual({ ok: true, key })
  })

  it('is read without an exception whatever it is, and a key that was read is read again as itself', () => {
    const keyFor = fc.constantFrom('xai', 'custom', 'segmind')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), keyFor, (pasted, server) => {
        const read = readPastedKey(pasted, server)
        if (read.ok) expect(readPastedKey(read.key, server)).toEqual(read)
      }),
    )
  })
})
