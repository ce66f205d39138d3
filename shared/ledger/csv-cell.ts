/**
 * How a text cell may begin so that a spreadsheet takes it for a formula (ASVS 1.2.10): the signs, their full-width
 * twins, control characters, and any of the signs behind white space or invisible characters. Quotes do not help.
 */
const FORMULA = /^(?:[\0\t\r\n]|[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠])/

/**
 * Where a spreadsheet may see a further cell begin inside of one. Where commas are decimal marks a file that is opened
 * is parted at semicolons, not at commas: a quote behind a comma quotes nothing there, and a line break ends the row.
 */
const INNER_FORMULA = /([;\t\r\n])(?=(?:[^\S\t\r\n]|["\u200b-\u200f\u2060])*[=+\-@＝＋－＠])/g

/** Text with a `'` before anything that a spreadsheet could take for a formula. */
export function guardedText(text: string): string {
  const inner = text.replaceAll(INNER_FORMULA, "$1'")
  return FORMULA.test(inner) ? `'${inner}` : inner
}

/** Text as one cell: guarded, and quoted where RFC 4180 asks for it. */
export function textCell(text: string): string {
  const safe = guardedText(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number as one cell, so that -5 stays a number; empty for what is none. A bigint keeps all its digits. */
export function numberCell(value: number | bigint): string {
  return typeof value === 'bigint' || Number.isFinite(value) ? String(value) : ''
}
