import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterName } from '../../../../renderer/features/tokenizer/tokens/character-name.ts'
import { chipPieces, spokenText } from '../../../../renderer/features/tokenizer/tokens/chip-pieces.ts'

describe('what cannot be seen', () => {
  it.each([
    [0x00, 'NUL'],
    [0x07, 'BEL'],
    [0x09, '→'],
    [0x0a, '↵'],
    [0x0d, 'CR'],
    [0x1b, 'ESC'],
    [0x7f, 'DEL'],
    [0x80, 'U+0080'],
    [0xa0, 'NBSP'],
    [0xad, 'SHY'],
    [0x200b, 'ZWSP'],
    [0x200d, 'ZWJ'],
    [0x202e, 'RLO'],
    [0x2066, 'LRI'],
    [0x2069, 'PDI'],
    [0x3000, 'IDSP'],
    [0xfe0f, 'VS16'],
    [0xfeff, 'BOM'],
    [0xfffd, 'REPL'],
    [0xe000, 'U+E000'],
    [0xe0067, 'TAG g'],
    [0x10ffff, 'U+10FFFF'],
  ])('U+%s is named %s', (codePoint, short) => {
    expect(characterName(codePoint)?.short).toBe(short)
  })

  it.each(['a', ' ', '!', 'é', 'ש', '你', 'あ', '한', '€', '👍', '\u0301'])(
    '%j is shown as itself',
    (character) => {
      expect(characterName(character.codePointAt(0) ?? 0)).toBeNull()
    },
  )

  it('is every bidi control, every control and every space but the plain one', () => {
    const all = Array.from({ length: 0x3001 }, (_, codePoint) => codePoint)
    const unnamed = all.filter(
      (codePoint) =>
        /^[\p{Bidi_Control}\p{Cc}\p{Z}]$/u.test(String.fromCodePoint(codePoint)) &&
        codePoint !== 0x20 &&
        characterName(codePoint) === null,
    )
    expect(unnamed).toEqual([])
  })
})

describe('chipPieces', () => {
  it('leaves nothing out and shows nothing that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const pieces = chipPieces(text)
        const seen = pieces.map((piece) => (piece.kind === 'name' ? '' : piece.text)).join('')
        expect(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(seen)).toBe(false)
        const characters = [...text]
        const named = characters.filter((character) => characterName(character.codePointAt(0) ?? 0) !== null)
        expect(pieces.filter(({ kind }) => kind === 'name')).toHaveLength(named.length)
        const shown = characters.filter((character) => !named.includes(character)).join('')
        expect(seen.replace(/^\u25cc(?=\p{M})/u, '')).toBe(shown.replace(/^\u25cc(?=\p{M})/u, ''))
      }),
    )
  })

  it('gives a mark without a letter something to stand on', () => {
    expect(chipPieces('\u0301')).toEqual([{ kind: 'text', text: '\u25cc\u0301' }])
    expect(chipPieces('e\u0301')).toEqual([{ kind: 'text', text: 'e\u0301' }])
  })

  it('is read out with names', () => {
    expect(spokenText(' a\u202e')).toBe('␣a⟨right-to-left override⟩')
  })
})
