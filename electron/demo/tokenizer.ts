/**
 * The demo's own tokenizer. It is not xAI's: it only behaves like one where a client can tell, and it never changes.
 *
 * A text is cut, left to right, into: a word of ASCII letters with the one space before it; up to three digits likewise
 * (one in the grok-2 family); the same punctuation mark up to four times likewise (once in the grok-2 family); up to
 * eight line ends; up to eight tabs; up to sixteen spaces, leaving the last one to the word after it; any other
 * character alone. Words longer than six bytes (five in the grok-2 family), the space counted, are cut again.
 * A character outside ASCII is one token or two, cut inside its UTF-8 bytes on purpose, so that clients meet tokens that
 * are half a character, as the real service has them (reference 4). Joining all bytes gives the UTF-8 of the text; a lone
 * surrogate has no UTF-8 and counts as U+FFFD.
 *
 * Ids: a token of one byte has that byte as its id; any other has 256 + a hash of its bytes, within 131,072, so that
 * two tokens may rarely share an id.
 */
export type TokenFamily = 'grok-2' | 'grok'

export type Token = {
  id: number
  /** U+FFFD when the bytes are only part of a character. */
  text: string
  bytes: readonly number[]
}

/** A run of whole characters and the number of tokens it takes: the smallest thing a stream can send as text. */
export type Piece = { text: string; tokens: number }

export const VOCABULARY = 131_072

const WORDS: Record<TokenFamily, RegExp> = {
  'grok-2': / ?[A-Za-z]+| ?[0-9]| ?[!-/:-@[-`{-~]|[\r\n]{1,8}|\t{1,8}| {1,16}(?= \S)| {1,16}|[\s\S]/gu,
  grok: / ?[A-Za-z]+| ?[0-9]{1,3}| ?([!-/:-@[-`{-~])\1{0,3}|[\r\n]{1,8}|\t{1,8}| {1,16}(?= \S)| {1,16}|[\s\S]/gu,
}
const LONGEST_WORD: Record<TokenFamily, number> = { 'grok-2': 5, grok: 6 }

/** The models before grok-3 had another tokenizer (reference 4). */
export function familyOf(modelId: string): TokenFamily {
  return /^grok-(2|beta|vision-beta)/.test(modelId) ? 'grok-2' : 'grok'
}

/** The text in pieces of whole characters; their token counts add up to the text's. */
export function* pieces(text: string, family: TokenFamily): Generator<Piece> {
  for (const { 0: word } of text.matchAll(WORDS[family])) {
    const first = word.codePointAt(0) ?? 0
    if (first > 0x7f) {
      yield { text: word, tokens: splitPoint(first, family) === null ? 1 : 2 }
    } else if (word.length <= LONGEST_WORD[family] || !/[A-Za-z]/.test(word)) {
      yield { text: word, tokens: 1 }
    } else {
      for (let at = 0; at < word.length; at += LONGEST_WORD[family]) {
        yield { text: word.slice(at, at + LONGEST_WORD[family]), tokens: 1 }
      }
    }
  }
}

export function* tokenize(text: string, family: TokenFamily): Generator<Token> {
  for (const piece of pieces(text, family)) {
    const encoded = Buffer.from(piece.text, 'utf8')
    const bytes = [...encoded]
    const cut = piece.tokens === 2 ? splitPoint(piece.text.codePointAt(0) ?? 0, family) : null
    if (cut === null) {
      yield { id: idOf(bytes, family), text: encoded.toString('utf8'), bytes }
    } else {
      for (const half of [bytes.slice(0, cut), bytes.slice(cut)]) {
        yield { id: idOf(half, family), text: '\uFFFD', bytes: half }
      }
    }
  }
}

export function countTokens(text: string, family: TokenFamily): number {
  let count = 0
  for (const piece of pieces(text, family)) count += piece.tokens
  return count
}

/** After how many bytes a character is cut in two, or `null` when it stays whole. */
function splitPoint(codePoint: number, family: TokenFamily): number | null {
  if (codePoint > 0xffff) return family === 'grok-2' ? 2 : 3
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return null
  if (codePoint > 0x7ff) return codePoint % 2 === 0 ? 2 : null
  return codePoint % 5 === 0 ? 1 : null
}

function idOf(bytes: readonly number[], family: TokenFamily): number {
  const [only] = bytes
  if (bytes.length === 1 && only !== undefined) return only
  let hash = family === 'grok-2' ? 0x811c9dc5 : 0x9e3779b1
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return 256 + ((hash >>> 0) % (VOCABULARY - 256))
}
