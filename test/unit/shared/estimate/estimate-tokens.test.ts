import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens } from '../../../../shared/estimate/estimate-tokens.ts'
import { textKindOf } from '../../../../shared/estimate/text-kind.ts'
import { cpuMs } from '../../../support/cpu-time.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
/** Half characters too, which `fast-check` makes no text of. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

describe('estimateTokens', () => {
  it('is a whole number: none for no text, at least one for any other, no more than three for a unit', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        const tokens = estimateTokens(text)
        expect(Number.isInteger(tokens)).toBe(true)
        expect(tokens).toBeGreaterThanOrEqual(text === '' ? 0 : 1)
        expect(tokens).toBeLessThanOrEqual(3 * text.length)
      }),
    )
  })

  it('grows about as the text does', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 20 }), (text, times) => {
        const once = estimateTokens(`${text}\n`)
        const often = estimateTokens(`${text}\n`.repeat(times))
        expect(often).toBeGreaterThanOrEqual(once - 1)
        expect(often).toBeLessThanOrEqual((once + 1) * times)
      }),
    )
  })

  // Counts of a public vocabulary of 200,000 tokens (o200k): what has to be near is the kind of number, not each count.
  it.each([
    ['The quick brown fox jumps over the lazy dog.', 10],
    ['internationalization of configuration parameters', 6],
    ['const total = items.reduce((sum, item) => sum + item.price, 0)\n', 17],
    ['{"model":"grok-4","messages":[{"role":"user","content":"hi"}]}', 20],
    ['敏捷的棕色狐狸跳过了懒狗。', 14],
    ['Быстрая коричневая лиса перепрыгивает через ленивую собаку.', 17],
    ['    indented\n    again\n', 6],
    ['3.14159265358979', 6],
    ['👨‍👩‍👧‍👦', 11],
  ])('estimates %j near %i', (text, tokens) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(tokens * 0.6)
    expect(estimateTokens(text)).toBeLessThanOrEqual(tokens * 1.5)
  })

  it('takes a megabyte in one line, and a word of 100,000 letters, in a moment', () => {
    const began = cpuMs()
    expect(estimateTokens('word '.repeat(200_000))).toBe(200_000)
    expect(estimateTokens('x'.repeat(100_000))).toBeGreaterThan(10_000)
    expect(cpuMs() - began).toBeLessThan(2_000)
  })
})

describe('textKindOf', () => {
  it.each([
    ['', 'prose'],
    [' \n\t', 'prose'],
    ['Plain words, with marks: commas, "quotes" and (brackets).', 'prose'],
    ['Größe und Weiß: Übersicht der Preise für jedes Modell.', 'prose'],
    ['[a note in brackets] and then prose that goes on for a while', 'prose'],
    ['function add(a, b) {\n  return a + b;\n}\n', 'code'],
    ['SELECT id, name FROM users WHERE (age > 21) AND name LIKE "a%";\n{}[]()<>;', 'code'],
    ['.chip { padding: 0 3px; color: #fff; }\n.x > .y { top: 0; }', 'code'],
    ['{"a": 1, "b": [true, null]}', 'json'],
    [' [ {"a": "x"} ] \n', 'json'],
    ['{}', 'json'],
    ['{ return foo(); }', 'code'],
    ['価格は百万トークンあたりです。', 'cjk'],
    ['가격은 백만 토큰당입니다', 'cjk'],
    ['The word 価格 means price, and it stands in a long English sentence.', 'prose'],
  ])('%j is %s', (text, kind) => {
    expect(textKindOf(text)).toBe(kind)
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        expect(['prose', 'code', 'cjk', 'json']).toContain(textKindOf(text))
      }),
    )
  })
})
