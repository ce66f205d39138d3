import { fenceOf, isBlank } from './block-start.ts'
import { type PlacedBlock, readBlocks } from './blocks.ts'
import { cellsOf } from './table-head.ts'

/**
 * A last line that says too little yet: `--` may become a rule, a list or words, `[^1` the words of a footnote. It
 * waits until it says more.
 */
const UNDECIDED = /^[ \t]*(?:[-*_+=#>~`|$\\]{1,3}|\d{1,9}[.)]?|\[\^[^\s\]]{0,64}\]?)[ \t]*$/

/** The blocks of text that may still grow, as they can be shown: nothing that the next character may turn into another. */
export function readGrowing(lines: readonly string[]): readonly PlacedBlock[] {
  const blocks = readBlocks(lines)
  const last = lines.at(-1) ?? ''
  const end = blocks.at(-1)?.block
  if (end?.kind === 'code' && !end.closed) return readBlocks(growingCode(lines))
  if (end?.kind === 'math') return blocks
  if (UNDECIDED.test(last))
    return isDashes(lines) ? withDashes(lines.slice(0, -1)) : readBlocks(lines.slice(0, -1))
  if (isDashes(lines)) return withDashes(lines.slice(0, -1))
  return isFirstRow(lines, lines.length - 1) ? withDashes(lines) : blocks
}

/** Half a closing fence is not shown as code, and half the name of a language is not shown as one. */
function growingCode(lines: readonly string[]): readonly string[] {
  const last = lines.at(-1) ?? ''
  if (fenceOf(last) !== null) return [...lines.slice(0, -1), last.replace(/([`~]{3,}).*$/, '$1')]
  return /^ {0,3}(?:`{1,}|~{1,})[ \t]*$/.test(last) ? lines.slice(0, -1) : lines
}

/** A row that no row stands above: with dashes below it, it will be the head of a table. */
function isFirstRow(lines: readonly string[], at: number): boolean {
  if (!/^ {0,3}\|[^|]/.test(lines[at] ?? '')) return false
  return at === 0 || !(lines[at - 1] ?? '').includes('|')
}

/** The line of dashes is on its way: until it is whole the table is shown as if it were. */
function isDashes(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? ''
  return !isBlank(last) && /^[|:\- \t]+$/.test(last) && isFirstRow(lines, lines.length - 2)
}

function withDashes(lines: readonly string[]): readonly PlacedBlock[] {
  const row = lines.at(-1) ?? ''
  return readBlocks([...lines, `|${'-|'.repeat(cellsOf(row).length)}`])
}
