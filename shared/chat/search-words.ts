/**
 * The words of a text as the search knows them: lower case, without accents, compared letter by letter. Scripts written
 * without spaces are cut into single characters, and so are emoji, so that any part of them is found.
 */
export type Word = { word: string; start: number; end: number }

const ALONE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Extended_Pictographic}/u
/** One character that stands alone, or all of a word: most words are ASCII, which is quickest to look for first. */
const WORD = new RegExp(
  `\\w+(?![\\w\\u0080-\\u{10ffff}])|${ALONE.source}|(?:(?!${ALONE.source})[\\p{L}\\p{N}\\p{M}_])+`,
  'gu',
)

/** In the order of the text; `start` and `end` are UTF-16 offsets of whole characters. */
export function searchWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: { length }, index: start }) =>
    wordAt(text, start, start + length),
  ).filter(({ word }) => word !== '')
}

/** The words alone, as they are put into the index: each of ASCII letters and digits only, so no tokenizer changes them. */
export function indexedWords(text: string): string {
  return searchWords(text)
    .map(({ word }) => spelled(word))
    .join(' ')
}

/** A word in letters that no tokenizer and no query language takes for anything else; `z` begins and ends a number. */
export function spelled(word: string): string {
  if (/^[a-y0-9]+$/.test(word)) return word
  return [...word].map((letter) => (/[a-y0-9]/.test(letter) ? letter : `z${codeOf(letter)}z`)).join('')
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(36)
}

function wordAt(text: string, start: number, end: number): Word {
  const whole = text.slice(start, end)
  const plain = isAscii(whole) ? whole : whole.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return { word: plain.toLowerCase(), start, end }
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7f) return false
  return true
}
