import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenSpans } from '../../../../shared/tokens/token-text.ts'
import { characterAt } from '../../../../shared/tokens/utf8.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function decodeAll(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const { length, codePoint } = characterAt(bytes, at)
    text += codePoint === null ? '\ufffd' : String.fromCodePoint(codePoint)
    at += length
  }
  return text
}

/** Bytes around the borders of UTF-8 are tried far more often than chance would. */
const edge = fc.constantFrom(
  0x7f,
  0x80,
  0xbf,
  0xc0,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xe2,
  0xed,
  0xef,
  0xf0,
  0xf4,
  0xf5,
  0x9f,
  0xa0,
  0x90,
  0x8f,
  0xff,
)
const anyBytes = fc.array(fc.oneof(edge, fc.integer({ min: 0, max: 255 })), { maxLength: 24 })

describe('characterAt', () => {
  it('decodes any bytes as TextDecoder does', () => {
    fc.assert(
      fc.property(anyBytes, (list) => {
        const bytes = Uint8Array.from(list)
        expect(decodeAll(bytes)).toBe(decoder.decode(bytes))
      }),
      { numRuns: 20_000 },
    )
  })

  it('decodes every character', () => {
    const all = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(
      (codePoint) => codePoint < 0xd800 || codePoint > 0xdfff,
    )
    const text = all.reduce((joined, codePoint) => joined + String.fromCodePoint(codePoint), '')
    expect(decodeAll(new TextEncoder().encode(text)) === text).toBe(true)
  })
})

const token = (id: number, bytes: readonly number[]) => ({
  token_id: id,
  string_token: '\ufffd',
  token_bytes: bytes,
})

describe('tokenSpans', () => {
  it('gives one span for each token that holds whole characters (reference 4)', () => {
    const hello = [token(13_902, [72, 101, 108, 108, 111]), token(1_749, [32, 119]), token(161, [33])]
    expect(tokenSpans(hello).map(({ text, start, end }) => [text, start, end])).toEqual([
      ['Hello', 0, 5],
      [' w', 5, 7],
      ['!', 7, 8],
    ])
  })

  it('joins the tokens of a character that is split over them', () => {
    const spans = tokenSpans([
      token(1, [32]),
      token(2, [240, 159, 152]),
      token(3, []),
      token(4, [128]),
      token(5, [33]),
    ])
    expect(spans.map(({ text, tokens }) => [text, tokens.map(({ id }) => id)])).toEqual([
      [' ', [1]],
      ['😀', [2, 3, 4]],
      ['!', [5]],
    ])
    expect(spans[1]).toMatchObject({
      start: 1,
      end: 3,
      invalid: false,
      tokens: [
        { id: 2, bytes: [240, 159, 152], index: 1 },
        { id: 3, bytes: [], index: 2 },
        { id: 4, bytes: [128], index: 3 },
      ],
    })
  })

  it('marks bytes that are no character', () => {
    expect(tokenSpans([token(1, [65]), token(2, [0xe2, 0x82]), token(3, [65])])).toMatchObject([
      { text: 'A', invalid: false },
      { text: '\ufffd', invalid: true, tokens: [{ id: 2 }] },
      { text: 'A', invalid: false },
    ])
  })

  it.each([[[256]], [[-1]], [[1.5]], [[Number.NaN]]])('takes %j for what it is: no byte', (bytes) => {
    expect(tokenSpans([token(1, bytes)])).toMatchObject([{ text: '\ufffd', invalid: true }])
  })

  it('reads the names of the app as well, and no tokens at all', () => {
    expect(tokenSpans([{ id: 7, bytes: Uint8Array.of(65) }])).toMatchObject([
      { text: 'A', tokens: [{ id: 7 }] },
    ])
    expect(tokenSpans([])).toEqual([])
  })

  const cut = (bytes: readonly number[], cuts: readonly number[]) => {
    const places = [...cuts.map((at) => at % (bytes.length + 1)), 0, bytes.length].sort((a, b) => a - b)
    return places.slice(1).map((end, index) => token(index, bytes.slice(places[index], end)))
  }

  it('covers any bytes with any cutting: joined texts are the text, every token is in one span', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(fc.nat({ max: 64 }), { maxLength: 12 }), (bytes, cuts) => {
        const tokens = cut(bytes, cuts)
        const spans = tokenSpans(tokens)
        const text = spans.map((span) => span.text).join('')
        expect(text).toBe(decoder.decode(Uint8Array.from(bytes)))
        expect(spans.flatMap((span) => span.tokens.map(({ index }) => index))).toEqual(
          tokens.map((_, index) => index),
        )
        expect(spans.every((span) => text.slice(span.start, span.end) === span.text)).toBe(true)
      }),
    )
  })

  it('gives back any text, in the shortest runs that hold whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat({ max: 64 })), (text, cuts) => {
        const spans = tokenSpans(cut([...new TextEncoder().encode(text)], cuts))
        expect(spans.map((span) => span.text).join('')).toBe(text)
        expect(spans.some((span) => span.invalid)).toBe(false)
        for (const { tokens } of spans.filter((span) => span.tokens.length > 1)) {
          const first = tokens[0]?.bytes ?? []
          expect(decoder.decode(Uint8Array.from(first))).toContain('\ufffd')
        }
      }),
    )
  })
})
