import { tableHead } from './table-head.ts'

/** The marks before a heading, and its words. */
export const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+([^\n]*)|\s*)$/
export const QUOTE = /^ {0,3}> ?/
const FENCE = /^( {0,3})(`{3,}|~{3,})([^\n]*)$/
/** A numbered list interrupts a paragraph only when it starts at one: a line may begin with a year. */
const INTERRUPTING_ITEM = /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/
/** The beginning of a formula on its own, or of a footnote's words. */
const MATH_OR_FOOTNOTE = /^\s*(?:\$\$(?!\$)|\\\[)|^ {0,3}\[\^[^\s\]]{1,64}\]:/

/** Whether this line ends a paragraph by starting something else. */
export function startsBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (HEADING.test(line) || isRule(line) || QUOTE.test(line) || fenceOf(line) !== null) return true
  if (MATH_OR_FOOTNOTE.test(line)) return true
  return INTERRUPTING_ITEM.test(line) || tableHead(lines, at) !== null
}

/** The opening line of a code block: how far it is indented, its fence and the language named after it. */
export function fenceOf(line: string): { indent: number; fence: string; language: string } | null {
  const [whole, indent = '', fence = '', info = ''] = FENCE.exec(line) ?? []
  if (whole === undefined || (fence.startsWith('`') && info.includes('`'))) return null
  return { indent: indent.length, fence, language: info.trim().split(/\s/, 1)[0] ?? '' }
}

export function isRule(line: string): boolean {
  if (line.startsWith('    ')) return false
  const marks = line.replaceAll(' ', '').replaceAll('\t', '').trim()
  const mark = marks.charAt(0)
  return marks.length >= 3 && '-*_'.includes(mark) && marks === mark.repeat(marks.length)
}

export function isBlank(line: string): boolean {
  return line.trim() === ''
}
