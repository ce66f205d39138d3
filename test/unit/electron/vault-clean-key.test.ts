import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanKey, lastFourOf } from '../../../electron/services/clean-key.ts'
import { cpuMs } from '../../support/cpu-time.ts'

const KEY = 'xai-Ab3dEf6hIj9kLm2n'

describe('cleaning a pasted key', () => {
  it.each([
    KEY,
    `  ${KEY}\n`,
    `\ufeff${KEY}\u200b\r\n`,
    `"${KEY}"`,
    `'${KEY}'`,
    `“${KEY}”`,
    `\`${KEY}\``,
    `Bearer ${KEY}`,
    `bearer   ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `authorization:Bearer ${KEY}`,
    `-H "Authorization: Bearer ${KEY}"`,
    `XAI_API_KEY=${KEY}`,
    `export XAI_API_KEY=${KEY}\n`,
    `export XAI_API_KEY="${KEY}";`,
    `set XAI_API_KEY=${KEY}`,
    `$env:XAI_API_KEY = '${KEY}'`,
    `"XAI_API_KEY": "${KEY}"`,
  ])('finds it in %j', (pasted) => {
    expect(cleanKey(pasted)).toBe(KEY)
  })

  it.each([
    ['nothing', ''],
    ['only space', ' \n\t'],
    ['only what goes around it', 'export XAI_API_KEY=""'],
    ['a space inside', 'xai-abc def-ghi'],
    ['two lines', `${KEY}\n${KEY}`],
    ['a letter that is not ASCII', 'xai-äbcdefgh'],
    ['a look-alike letter', 'xаi-abcdefgh'],
    ['a hidden character inside', 'xai-abcd\u200befgh'],
    ['a control character', 'xai-abcd\u0007efgh'],
    ['a NUL', 'xai-abcd\0efgh'],
    ['seven characters', '1234567'],
    ['513 characters', 'k'.repeat(513)],
  ])('refuses %s', (_what, pasted) => {
    expect(() => cleanKey(pasted)).toThrow('key-unusable')
  })

  it.each([8, 512])('takes %i characters', (length) => {
    expect(cleanKey('k'.repeat(length))).toHaveLength(length)
  })

  it('only ever gives one word of visible ASCII, and cleaning it again changes nothing', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'export ',
        'XAI_API_KEY',
        '=',
        ': ',
        '"',
        "'",
        'Bearer ',
        'Authorization:',
        '\n',
        ' ',
        ';',
      ),
      fc.string({ maxLength: 12 }),
    )
    let found = 0
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const cleaned = cleanOrNull(parts.join(''))
        if (cleaned === null) return
        found += 1
        expect(cleaned).toMatch(/^[\x21-\x7e]{8,512}$/)
        expect(cleanKey(cleaned)).toBe(cleaned)
      }),
      { numRuns: 1000 },
    )
    expect(found).toBeGreaterThan(50)
  })

  it('takes a long run of quotes and spaces quickly', () => {
    const from = cpuMs()
    expect(cleanOrNull(`${' "'.repeat(2_000)}x`)).toBeNull()
    expect(cpuMs() - from).toBeLessThan(1_000)
  })
})

describe('the last four characters', () => {
  it.each([
    ['123456789abc', ''],
    ['123456789abcd', 'abcd'],
    [KEY, 'Lm2n'],
  ])('of %s are %j', (key, shown) => {
    expect(lastFourOf(key)).toBe(shown)
  })
})

function cleanOrNull(pasted: string): string | null {
  try {
    return cleanKey(pasted)
  } catch {
    return null
  }
}
