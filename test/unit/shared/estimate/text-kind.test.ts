import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, shapeOf, TEXT_KINDS, textKindOf } from '../../../../shared/estimate/text-kind.ts'

const CODE = 'for (let i = 0; i < n; i++) { sum += row[i] * 2; }\nif (sum > 9) { return null; }\n'

describe('what a text is', () => {
  it.each([
    ['nothing', '', 'prose'],
    ['white space', ' \n\t  ', 'prose'],
    ['a sentence', 'The ferry leaves at nine, and the last one comes back after dark.', 'prose'],
    ['Cyrillic', 'Паром уходит в девять утра и возвращается поздно вечером.', 'prose'],
    ['a program', CODE, 'code'],
    ['Chinese', '渡轮早上九点出发，天黑后返回。', 'cjk'],
    ['Japanese', 'フェリーは九時に出発します。', 'cjk'],
    ['Korean', '여객선은 아홉 시에 떠납니다.', 'cjk'],
    ['an object', '{"port": 8080, "hosts": ["a", "b"]}', 'json'],
    ['an empty object', ' { } ', 'json'],
    ['a list with white space around', '\n  [1, 2, 3]\n', 'json'],
    ['a list of words', '[true, false, null]', 'json'],
    ['an object with Chinese in it', '{"名前": "渡轮早上九点出发"}', 'json'],
    ['an object whose end is missing', '{"note": "the ferry leaves at nine in the morning", "next', 'prose'],
    ['a remark in brackets', '[see the timetable of the ferry]', 'prose'],
    ['half a character', '\ud83d', 'prose'],
  ])('%s', (_, text, kind) => {
    expect(textKindOf(text)).toBe(kind)
  })

  it('is the same for a text in parts as for all of it', () => {
    const part = fc.constantFrom(
      CODE,
      '渡轮早上九点出发。',
      'The ferry leaves at nine.',
      ' \n',
      '{"a": 1,',
      '"b": 2}',
      '[1,',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(kindOf(parts.map(shapeOf))).toBe(textKindOf(parts.join('\n')))
      }),
    )
  })

  it('is found for any text, and is JSON for every object and list with something in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(TEXT_KINDS).toContain(textKindOf(text))
      }),
    )
    const value = fc.oneof(
      fc.dictionary(fc.string({ maxLength: 50 }), fc.jsonValue()),
      fc.array(fc.jsonValue(), { minLength: 1 }),
    )
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (one, indent) => {
        expect(textKindOf(JSON.stringify(one, null, indent))).toBe('json')
      }),
    )
  })
})
