/** What one cell says: text, so that the screen, the width of a column and an export all show the same. */
export type Cell = {
  text: string
  /** Why it is unknown, or what is special about it: tooltip and accessible description. */
  note: string | null
  look: 'plain' | 'quiet' | 'unknown' | 'reference'
  /** Digits fewer after the point than the column's longest: the text moves left by as many, to line up. */
  shift: number
  /** A word that stands behind the text; only the head of a row has one. */
  mark: string | null
}

/** A cell that says nothing more than its text. */
export function plainCell(text: string, note: string | null = null): Cell {
  return { text, note, look: 'plain', shift: 0, mark: null }
}

export function quietCell(text: string, note: string | null): Cell {
  return { text, note, look: 'quiet', shift: 0, mark: null }
}
