/** `align: 'right'` is for numbers. */
export type MarkdownColumn = { header: string; align: 'left' | 'right' }

/** Longer cells are cut: a table in a message is for reading. */
const MAX_CELL = 2_000

/**
 * A table in GitHub's Markdown, ended by a line feed. Every cell stays the text it is: pipes, line breaks, and whatever
 * Markdown or HTML would take for markup is escaped, so that a name from a server can neither break the table nor
 * become a link or a tag. Empty cells are allowed; missing cells are empty.
 */
export function toMarkdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const header = line(columns.map(({ header: text }) => cell(text)))
  const rule = line(columns.map(({ align }) => (align === 'right' ? '---:' : '---')))
  const body = rows.map((row) => line(columns.map((_, index) => cell(row[index] ?? ''))))
  return [header, rule, ...body].join('')
}

/** Characters that begin or end markup inside a line (GitHub Flavored Markdown, inlines, tables and autolinks). */
const MARKUP = /[\\`*_{}[\]<>~|&#!@$^]/g
/** GitHub makes a link of these even without brackets; a zero-width joiner would change copied text, an entity does not. */
const BARE_LINK = /(:)(?=\/\/)|(\.)(?<=www\.)/gi

function cell(text: string): string {
  const cut = text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL)}…`
  return cut
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(MARKUP, (mark) => `\\${mark}`)
    .replace(BARE_LINK, (mark) => (mark === ':' ? '&#58;' : '&#46;'))
}
