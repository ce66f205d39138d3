/**
 * The words of a text as the search knows them: lower case, without accents, compared letter by letter. Scripts written
 * without spaces are cut into single characters, and so are emoji, so that any part of them is found.
 */
export type Word = { word: string; start: number; end: number }

const ALONE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Extended_Pictographic}/u
const PIECE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Extended_Pictographic}|[\p{L}\p{N}\p{M}_]/gu

/** In the order of the text; `start` and `end` are UTF-16 offsets of whole characters. */
export function searchWords(text: string): Word[] {
  const spans: { start: number; end: number; alone: boolean }[] = []
  for (const { 0: piece, index: start } of text.matchAll(PIECE)) {
    const end = start + piece.length
    const alone = ALONE.test(piece)
    const last = spans.at(-1)
    if (last && !alone && !last.alone && last.end === start) last.end = end
    else spans.push({ start, end, alone })
  }
  return spans.map(({ start, end }) => wordAt(text, start, end)).filter(({ word }) => word !== '')
}

/** The words alone, as they are put into the index: each of ASCII letters and digits only, so no tokenizer changes them. */
export function indexedWords(text: string): string {
  return searchWords(text)
    .map(({ word }) => spelled(word))
    .join(' ')
}

/** A word in letters that no tokenizer and no query language takes for anything else; `z` begins and ends a number. */
export function spelled(word: string): string {
  return [...word].map((letter) => (/[a-y0-9]/.test(letter) ? letter : `z${codeOf(letter)}z`)).join('')
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(36)
}

function wordAt(text: string, start: number, end: number): Word {
  const word = text.slice(start, end).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return { word, start, end }
}
