import { tokenSpans } from '../../../../shared/tokens/token-text.ts'
import { SPAN_START, type TokenTable } from './token-table.ts'

/** One token as it is shown. */
export type ShownToken = {
  /** From 0. */
  index: number
  id: number
  bytes: Uint8Array
  /** The text of its span: its own, or of all tokens that share a character with it. */
  text: string
  /** How many tokens share it, and which of them this is, from 0. */
  sharedBy: number
  place: number
  /** Some bytes are no character. */
  invalid: boolean
  /** UTF-16 offsets of its span in the text, and its own byte offset. */
  start: number
  end: number
  byteStart: number
}

/** The tokens from `from` up to, not including, `to`; both stand where a span begins. */
export function shownTokens(table: TokenTable, from: number, to: number): ShownToken[] {
  const items = Array.from({ length: to - from }, (_, offset) => ({
    id: table.ids[from + offset] ?? 0,
    bytes: bytesOf(table, from + offset),
  }))
  const textStart = table.textStarts[from] ?? 0
  return tokenSpans(items).flatMap((span) =>
    span.tokens.map((token, place) => ({
      index: from + token.index,
      id: token.id,
      bytes: bytesOf(table, from + token.index),
      text: span.text,
      sharedBy: span.tokens.length,
      place,
      invalid: span.invalid,
      start: textStart + span.start,
      end: textStart + span.end,
      byteStart: table.byteStarts[from + token.index] ?? 0,
    })),
  )
}

/** One token with its span; `null` when there is no such token. */
export function shownToken(table: TokenTable, index: number): ShownToken | null {
  if (index < 0 || index >= table.count) return null
  let from = index
  while (from > 0 && ((table.flags[from] ?? 0) & SPAN_START) === 0) from -= 1
  let to = index + 1
  while (to < table.count && ((table.flags[to] ?? 0) & SPAN_START) === 0) to += 1
  return shownTokens(table, from, to)[index - from] ?? null
}

export function bytesOf(table: TokenTable, index: number): Uint8Array {
  return table.bytes.subarray(table.byteStarts[index] ?? 0, table.byteStarts[index + 1] ?? 0)
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

/** Bytes as hexadecimal pairs: `E4 BD`. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += `${text === '' ? '' : ' '}${PAIRS[byte] ?? ''}`
  return text
}
