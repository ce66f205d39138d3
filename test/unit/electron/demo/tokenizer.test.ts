import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countTokens,
  familyOf,
  pieces,
  type TokenFamily,
  tokenize,
  VOCABULARY,
} from '../../../../electron/demo/tokenizer.ts'
import { cpuMs } from '../../../support/cpu-time.ts'

const families: TokenFamily[] = ['grok-2', 'grok']
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[ a-z\n\t.,(){}0-9é漢😀]*$/u),
)

describe('the demo tokenizer', () => {
  it.each(families)('keeps every byte of any text (%s)', (family) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = [...tokenize(text, family)].flatMap((token) => [...token.bytes])
        expect(Buffer.from(bytes).equals(Buffer.from(text, 'utf8'))).toBe(true)
      }),
    )
  })

  it.each(families)('counts the same by token, by piece and by number (%s)', (family) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = [...tokenize(text, family)].length
        expect([...pieces(text, family)].reduce((sum, piece) => sum + piece.tokens, 0)).toBe(count)
        expect(countTokens(text, family)).toBe(count)
      }),
    )
  })

  it.each(families)('counts a text cut after any piece as the pieces before the cut (%s)', (family) => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, at) => {
        const first = [...pieces(text, family)].slice(0, at)
        const cut = first.map((piece) => piece.text).join('')
        expect(countTokens(cut, family)).toBe(first.reduce((sum, piece) => sum + piece.tokens, 0))
      }),
    )
  })

  it.each(families)(
    'stays within its vocabulary and gives a single byte its own value as id (%s)',
    (family) => {
      for (const token of tokenize('Hello, wörld! 漢字 😀 \u0000', family)) {
        expect(token.id).toBeGreaterThanOrEqual(0)
        expect(token.id).toBeLessThan(VOCABULARY)
        if (token.bytes.length === 1) expect(token.id).toBe(token.bytes[0])
        else expect(token.id).toBeGreaterThanOrEqual(256)
      }
    },
  )

  it('splits an emoji over two tokens that are no text alone', () => {
    const tokens = [...tokenize('Hi 😀!', 'grok')]
    expect(tokens.map((token) => token.text)).toEqual(['Hi', ' ', '\uFFFD', '\uFFFD', '!'])
    expect(tokens.slice(2, 4).map((token) => token.bytes)).toEqual([[240, 159, 152], [128]])
    expect([...tokenize('😀', 'grok-2')].map((token) => token.bytes.length)).toEqual([2, 2])
  })

  it('puts the space before a word into its token and cuts long words', () => {
    const texts = [...tokenize('The internationalization   of 12345 things...', 'grok')].map(
      (token) => token.text,
    )
    expect(texts).toEqual([
      'The',
      ' inter',
      'nation',
      'alizat',
      'ion',
      '  ',
      ' of',
      ' 123',
      '45',
      ' thing',
      's',
      '...',
    ])
  })

  it('differs between the families, which follow the model name', () => {
    expect(countTokens('1234567', 'grok-2')).toBe(7)
    expect(countTokens('1234567', 'grok')).toBe(3)
    expect(familyOf('grok-2-1212')).toBe('grok-2')
    expect(familyOf('grok-vision-beta')).toBe('grok-2')
    expect(familyOf('grok-4.20-0309-reasoning')).toBe('grok')
  })

  it('takes a megabyte of spaces or of one word without trouble', () => {
    const started = cpuMs()
    expect(countTokens(' '.repeat(1_048_576), 'grok')).toBe(65_536)
    expect(countTokens('x'.repeat(600_000), 'grok')).toBe(100_000)
    expect(cpuMs() - started).toBeLessThan(5_000)
  })
})
