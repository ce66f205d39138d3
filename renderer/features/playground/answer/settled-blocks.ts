import { type PlacedBlock, readBlocks } from './blocks.ts'
import { cellsOf } from './table-head.ts'

/**
 * An answer cut into blocks. What is in `settled` can never change again, however the text goes on; `tail` is read anew
 * each time. `settledTo` is the place in `text` where the tail begins.
 */
export type AnswerBlocks = {
  readonly text: string
  readonly open: boolean
  readonly settled: readonly PlacedBlock[]
  readonly settledTo: number
  readonly tail: readonly PlacedBlock[]
}

export const NO_BLOCKS: AnswerBlocks = { text: '', open: false, settled: [], settledTo: 0, tail: [] }

/**
 * Reads a text that may be a longer form of the one before. A block is settled once two others follow it: where it
 * ends was then decided by whole lines only. A text that does not continue the one before is read from the start.
 * `open` = more will come.
 */
export function readOn(before: AnswerBlocks, text: string, open: boolean): AnswerBlocks {
  if (!text.startsWith(before.text)) return readOn(NO_BLOCKS, text, open)
  const lines = text.slice(before.settledTo).split('\n')
  const blocks = readBlocks(lines)
  const settling = Math.max(0, blocks.length - 2)
  const from = blocks[settling]?.line ?? 0
  if (settling === 0) return { ...before, text, open, tail: shownTail(blocks, lines, open) }
  return {
    text,
    open,
    settled: [...before.settled, ...blocks.slice(0, settling)],
    settledTo: before.settledTo + lengthOf(lines, from),
    tail: shownTail(blocks.slice(settling), lines, open),
  }
}

function lengthOf(lines: readonly string[], count: number): number {
  let length = 0
  for (let line = 0; line < count; line += 1) length += (lines[line]?.length ?? 0) + 1
  return length
}

/** A last line of nothing but markers says too little yet: `--` may become a rule, a list or words. It waits. */
const UNDECIDED = /^[ \t]*(?:[-*_+=#>~`|]{1,3}|\d{1,9}[.)]?)[ \t]*$/

/** What of the unsettled blocks is shown while the text grows: nothing that the next character may turn into another. */
function shownTail(
  tail: readonly PlacedBlock[],
  lines: readonly string[],
  open: boolean,
): readonly PlacedBlock[] {
  if (!open || tail.at(-1)?.block.kind === 'code') return tail
  const from = tail[0]?.line ?? 0
  const last = lines.at(-1) ?? ''
  if (UNDECIDED.test(last)) return readBlocks(lines.slice(from, -1))
  return isTableHead(lines) ? readBlocks([...lines.slice(from), dashesFor(last)]) : tail
}

/** A first line of a table is shown as one at once, before the line of dashes has come. */
function isTableHead(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? ''
  const before = lines.at(-2) ?? ''
  return /^ {0,3}\|[^|]/.test(last) && before.trim() === ''
}

function dashesFor(row: string): string {
  return `|${'-|'.repeat(cellsOf(row).length)}`
}
