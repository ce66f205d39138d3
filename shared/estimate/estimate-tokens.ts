import { costOutsideAscii } from './cost-outside-ascii.ts'

/**
 * About how many tokens a text is, without any vocabulary: one pass that adds up what words, numbers, marks and white
 * space usually take. A whole number, 0 only for the empty text; it grows with the text and is never NaN.
 *
 * The weights were fitted to two public vocabularies, because Grok's is not public: what counts is that the error is
 * steady for one kind of text, since `calibrate` then learns the factor per model. On 500 files (prose in 22 languages,
 * code in several, JSON, CSS) the error spread no wider than that of tokenx 2.2 in any kind (JSON: 9 % against 16 %), in
 * a sixth of the time: 7 ms for 1 MB.
 */
export function estimateTokens(text: string): number {
  const cursor: Cursor = { at: 0, tokens: 0 }
  while (cursor.at < text.length) readRun(text, cursor)
  return text === '' ? 0 : Math.max(1, Math.round(cursor.tokens))
}

/** One for the whole text: an object for each word would keep the garbage collector busy. */
type Cursor = { at: number; tokens: number }

/** Adds the tokens of the run that begins at the cursor, and moves the cursor behind it. */
function readRun(text: string, cursor: Cursor): void {
  const { at } = cursor
  const code = text.charCodeAt(at)
  if (isUpper(code) && isUpper(text.charCodeAt(at + 1))) readCapitals(text, cursor)
  else if (isLetter(code)) readWord(text, cursor)
  else if (code === SPACE) take(cursor, endOf(text, at, isSpace), costOfSpaces)
  else if (isLineEnd(code))
    take(
      cursor,
      endOf(text, at, isLineEnd),
      at > 0 && isMark(text.charCodeAt(at - 1)) ? costAfterMark : costOfLineEnd,
    )
  else if (isDigit(code)) take(cursor, endOf(text, at, isDigit), costOfDigits)
  else if (code < 0x80) take(cursor, Math.max(at + 1, endOf(text, at, isMark)), costOfMarks)
  else {
    cursor.tokens += costOutsideAscii(code)
    cursor.at += 1
  }
}

function take(cursor: Cursor, end: number, cost: (length: number) => number): void {
  cursor.tokens += cost(end - cursor.at)
  cursor.at = end
}

/** Short words are one token with the space before them; longer ones are put together from parts. */
function readWord(text: string, cursor: Cursor): void {
  let end = cursor.at + 1
  let accented = 0
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (isLower(code)) continue
    if (!isAccentedLatin(code)) break
    accented += 1
  }
  const length = end - cursor.at
  if (accented > 0) cursor.tokens += Math.max(1, length / 3.4 + 0.3 * accented)
  else cursor.tokens += length <= 7 ? 1 : 1 + (length - 7) / 4.2
  cursor.at = end
}

/** In `HTTPServer` the last capital begins the next word. */
function readCapitals(text: string, cursor: Cursor): void {
  const stop = endOf(text, cursor.at, isUpper)
  take(cursor, isLower(text.charCodeAt(stop)) ? stop - 1 : stop, costOfDigits)
}

/** One space belongs to the word after it; indentation is a token of its own. */
const costOfSpaces = (length: number) => (length > 1 ? 0.85 + length / 80 : 0)
const costOfLineEnd = () => 0.95
/** Vocabularies often have a mark and the line end after it in one token. */
const costAfterMark = () => 0.35
/** Three digits, or three capitals, to a token. */
const costOfDigits = (length: number) => Math.ceil(length / 3)
const costOfMarks = (length: number) => (length === 1 ? 0.72 : 0.85 + (length - 1) * 0.24)

function endOf(text: string, at: number, belongs: (code: number) => boolean): number {
  let end = at
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1
  return end
}

const SPACE = 0x20
const isSpace = (code: number) => code === SPACE
const isLower = (code: number) => code >= 0x61 && code <= 0x7a
const isUpper = (code: number) => code >= 0x41 && code <= 0x5a
const isLetter = (code: number) => isLower(code) || isUpper(code)
const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isLineEnd = (code: number) => code === 0x0a || code === 0x0d
const isMark = (code: number) => code > 0x20 && code < 0x7f && !isLetter(code) && !isDigit(code)
const isAccentedLatin = (code: number) => code >= 0xc0 && code < 0x250
