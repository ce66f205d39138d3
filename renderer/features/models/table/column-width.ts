/** Widths of a character in px: tabular digits, counts with their commas and words at 13 px, ids at 12 px. */
const CHARACTER = { numeric: 8.1, count: 7.5, words: 6.4, date: 7.15, mono: 7.25 }
/** Both sides of a cell (px). */
const PADDING = 14

/** Chinese and its punctuation, which take the room of two letters and a little more. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g
const WIDE_LETTERS = 2.2
/** A letter of a header, 12 px and bold, and how many wide ones stay on one line (px). */
const HEADER_LETTER = 6.2
const HEADER_WIDE_LETTERS = 4

/** Room for the longest text of a column, never less than its header needs (px). */
export function columnWidth(kind: keyof typeof CHARACTER, characters: number, header: number): number {
  return Math.ceil(Math.max(header, characters * CHARACTER[kind]) + PADDING)
}

/** What a header needs so that none of its words is broken (px). */
export function headerWidth(label: string): number {
  const words = label.split(/\s+/).map((word) => {
    const wide = Math.min(HEADER_WIDE_LETTERS, word.match(WIDE)?.length ?? 0)
    return word.replaceAll(WIDE, '').length + wide * 2
  })
  return Math.max(...words) * HEADER_LETTER
}

/** Length of the longest text in Latin letters. */
export function longest(texts: Iterable<string | null>): number {
  let most = 0
  for (const text of texts) most = Math.max(most, lettersOf(text ?? ''))
  return most
}

function lettersOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0) * (WIDE_LETTERS - 1)
}
