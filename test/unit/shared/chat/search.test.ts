import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchOf, readQuery } from '../../../../shared/chat/search-query.ts'
import { snippetOf } from '../../../../shared/chat/search-snippet.ts'
import { indexedWords, searchWords } from '../../../../shared/chat/search-words.ts'

const wordsOf = (text: string) => searchWords(text).map(({ word }) => word)

describe('the words of a text', () => {
  it.each([
    { text: 'Hello, world', words: ['hello', 'world'] },
    { text: 'Crème BRÛLÉE', words: ['creme', 'brulee'] },
    { text: 'a_b c-d 3.14', words: ['a_b', 'c', 'd', '3', '14'] },
    { text: '日本語 text', words: ['日', '本', '語', 'text'] },
    { text: 'abc日本', words: ['abc', '日', '本'] },
    { text: 'party 🎉🎊!', words: ['party', '🎉', '🎊'] },
    { text: 'Привет мир', words: ['привет', 'мир'] },
    { text: '', words: [] },
    { text: '"\'*()^:-', words: [] },
  ])('$text', ({ text, words }) => expect(wordsOf(text)).toEqual(words))

  it('are found letter by letter: those that belong to words join, some stand alone', () => {
    const alone =
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Extended_Pictographic}/u
    const apart = (text: string) =>
      [...text].map((letter) => {
        if (alone.test(letter)) return ` ${letter} `
        return /[\p{L}\p{N}\p{M}_]/u.test(letter) ? letter : ' '
      })
    const letters = [...'aZ9_ .-éß漢かカก😀©ŉİﬁ①٣〆', 'e\u0301', '\u0301', '\ud800', '\u200d', '👨‍👩‍👧']
    const texts = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const found = searchWords(text).map(({ start, end }) => text.slice(start, end))
        const words = apart(text)
          .join('')
          .split(' ')
          .filter((word) => word !== '')
        // One of marks alone has no letters left to look for.
        expect(found).toEqual(words.filter((word) => /[^\p{M}]/u.test(word.normalize('NFKD'))))
      }),
    )
  })

  it('go into the index as letters and digits alone, each word in its own way', () => {
    expect(indexedWords('zoo 日')).toMatch(/^[a-z0-9]+ [a-z0-9]+$/)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(indexedWords(a)).toMatch(/^[a-z0-9 ]*$/)
        const [one, two] = [wordsOf(a)[0], wordsOf(b)[0]]
        if (one !== two) expect(indexedWords(a).split(' ')[0]).not.toBe(indexedWords(b).split(' ')[0] || null)
      }),
    )
  })
})

describe('a query', () => {
  it.each([
    { typed: 'two words', match: '"two" AND "words" *' },
    { typed: '"two words"', match: '"two words"' },
    { typed: 'done ', match: '"done"' },
    { typed: '"open quote', match: '"open quote" *' },
    { typed: 'x OR y NEAR(', match: '"x" AND "or" AND "y" AND "near" *' },
  ])('$typed', ({ typed, match }) => {
    const query = readQuery(typed)
    expect(query && matchOf(query)).toBe(match)
  })

  it('of Chinese characters side by side asks for them side by side', () => {
    expect(readQuery('日本')?.phrases).toEqual([['日', '本']])
  })

  it.each(['', '   ', '"""', '*', '- - -'])('without a word is none: %j', (typed) => {
    expect(readQuery(typed)).toBeNull()
  })
})

describe('a snippet', () => {
  it('has the first find and marks every one in it', () => {
    const query = readQuery('needle') ?? { phrases: [], openEnd: false }
    const { text, ranges } = snippetOf(`${'hay '.repeat(100)}Needle in needles`, query)
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['Needle', 'needles'])
    expect(text.length).toBeLessThanOrEqual(220)
  })

  it('is a part of the text with ranges in order that cut no character, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b ', '🎉', '日', '<b>', '\n', 'é', '\ud83d') }),
        fc.string({ unit: fc.constantFrom('a', 'b', '🎉', '日', '"', ' ') }),
        (text, typed) => {
          const query = readQuery(typed)
          if (query === null) return
          const snippet = snippetOf(text, query)
          expect(text).toContain(snippet.text)
          let last = 0
          for (const { start, end } of snippet.ranges) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
            expect(snippet.text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]/)
          }
          expect(last).toBeLessThanOrEqual(snippet.text.length)
        },
      ),
    )
  })
})
