import { LINE_END, SPAN_START, type TokenTable } from './token-table.ts'

/** What a chip shows. */
export type ChipFace = 'text' | 'ids' | 'bytes'

/** Padding, border and gap of a chip, in columns. */
const CHIP_EXTRA = 1.5
/** A longer token is cut in its chip; its details have all of it. */
export const MOST_COLUMNS = 48

/**
 * Breaks the tokens into lines of at most `columns`: before a token that does not fit, never inside a character, and
 * after a line end when text is shown. Returns the first token of each line; one pass over numbers, so it can run at
 * every change of width.
 */
export function layoutLines(table: TokenTable, face: ChipFace, columns: number): Uint32Array {
  const starts = new Uint32Array(table.count + 1)
  let lines = 0
  let used = Number.POSITIVE_INFINITY
  let ended = false
  for (let index = 0; index < table.count; index += 1) {
    const width = chipWidth(table, face, index)
    const flags = table.flags[index] ?? 0
    if ((used + width > columns || ended) && (flags & SPAN_START) !== 0) {
      starts[lines] = index
      lines += 1
      used = 0
      ended = false
    }
    used += width
    ended ||= face === 'text' && (flags & LINE_END) !== 0
  }
  return starts.slice(0, lines)
}

function chipWidth(table: TokenTable, face: ChipFace, index: number): number {
  return Math.min(MOST_COLUMNS, faceWidth(table, face, index)) + CHIP_EXTRA
}

function faceWidth(table: TokenTable, face: ChipFace, index: number): number {
  if (face === 'text') return table.widths[index] ?? 0
  if (face === 'ids') return digitsOf(table.ids[index] ?? 0)
  return 3 * ((table.byteStarts[index + 1] ?? 0) - (table.byteStarts[index] ?? 0))
}

function digitsOf(id: number): number {
  let digits = 1
  for (let bound = 10; id >= bound; bound *= 10) digits += 1
  return digits
}

/** The line that a token stands in. */
export function lineOfToken(starts: Uint32Array, token: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= token) low = middle
    else high = middle - 1
  }
  return low
}
