/** Widths of a character in px: tabular digits, counts with their commas and words at 13 px, ids at 12 px. */
const CHARACTER = { numeric: 8.1, count: 7.5, words: 6.4, mono: 7.25 }
/** Both sides of a cell (px). */
const PADDING = 14

/** Room for the longest text of a column, never less than its header needs (px). */
export function columnWidth(kind: keyof typeof CHARACTER, characters: number, header: number): number {
  return Math.ceil(Math.max(header, characters * CHARACTER[kind]) + PADDING)
}

/** Length of the longest text. */
export function longest(texts: Iterable<string | null>): number {
  let most = 0
  for (const text of texts) if (text !== null && text.length > most) most = text.length
  return most
}
