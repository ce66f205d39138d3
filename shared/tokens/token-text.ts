import { characterAt } from './utf8.ts'

/** A token as `/v1/tokenize-text` sends it (reference 4), or with the app's own field names. */
export type TokenItem =
  | { token_id: number; token_bytes: readonly number[] | Uint8Array; string_token?: string }
  | { id: number; bytes: readonly number[] | Uint8Array }

type SpanToken = {
  id: number
  bytes: number[]
  /** Position among all tokens. */
  index: number
}

/** The shortest run of tokens that holds whole characters. */
export type TokenSpan = {
  text: string
  /** One token, or several when a character is split over them. */
  tokens: SpanToken[]
  /** UTF-16 offsets in the text of all spans: `text.slice(start, end)`. */
  start: number
  end: number
  /** Some bytes are no character; each such place is one U+FFFD in `text`. */
  invalid: boolean
}

/**
 * Tokens as pieces of text. Bytes are joined over token borders and decoded once, because a token may hold half a
 * character; `string_token` is never trusted (reference 4). The texts of all spans, joined, are the whole byte
 * sequence decoded, which is the tokenized text; every token is in exactly one span. A token without bytes has a
 * span with empty text, unless it stands inside a character. Values that are no byte (0 to 255) decode to U+FFFD.
 */
export function tokenSpans(tokens: readonly TokenItem[]): TokenSpan[] {
  const items = tokens.map(spanToken)
  const bytes = joinBytes(items)
  const spans: TokenSpan[] = []
  let open: SpanToken[] = []
  let text = ''
  let invalid = false
  let decoded = 0
  let tokenEnd = 0
  let start = 0
  for (const token of items) {
    open.push(token)
    tokenEnd += token.bytes.length
    while (decoded < tokenEnd) {
      const { length, codePoint } = characterAt(bytes, decoded)
      decoded += length
      text += codePoint === null ? '\ufffd' : String.fromCodePoint(codePoint)
      invalid ||= codePoint === null
    }
    // A character that began in this token ends in a later one: the span stays open until then.
    if (decoded > tokenEnd) continue
    spans.push({ text, tokens: open, start, end: start + text.length, invalid })
    start += text.length
    open = []
    text = ''
    invalid = false
  }
  return spans
}

function spanToken(item: TokenItem, index: number): SpanToken {
  return 'token_bytes' in item
    ? { id: item.token_id, bytes: [...item.token_bytes], index }
    : { id: item.id, bytes: [...item.bytes], index }
}

/** 0xFF is in no UTF-8 text, so it stands for what is no byte at all. */
const NO_BYTE = 0xff

function joinBytes(tokens: readonly SpanToken[]): Uint8Array {
  const bytes = new Uint8Array(tokens.reduce((sum, token) => sum + token.bytes.length, 0))
  let at = 0
  for (const token of tokens) {
    for (const byte of token.bytes) {
      bytes[at] = Number.isInteger(byte) && byte >= 0 && byte <= 0xff ? byte : NO_BYTE
      at += 1
    }
  }
  return bytes
}
