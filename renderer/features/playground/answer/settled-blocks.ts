import { type PlacedBlock, readBlocks } from './blocks.ts'
import { readGrowing } from './growing-blocks.ts'

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
  const lines = ownCopy(text.slice(before.settledTo)).split('\n')
  const blocks = readBlocks(lines)
  const settling = Math.max(0, blocks.length - 2)
  const from = blocks[settling]?.line ?? 0
  if (settling === 0) return { ...before, text, open, tail: open ? readGrowing(lines) : blocks }
  return {
    text,
    open,
    settled: [...before.settled, ...blocks.slice(0, settling)],
    settledTo: before.settledTo + lengthOf(lines, from),
    tail: open ? readGrowing(lines.slice(from)) : blocks.slice(settling),
  }
}

/**
 * The same text in memory of its own. A piece of a string keeps the whole of it, and every block would keep the answer
 * as it was when the block settled: a page with four answers of half a megabyte ran out of memory.
 */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

function lengthOf(lines: readonly string[], count: number): number {
  let length = 0
  for (let line = 0; line < count; line += 1) length += (lines[line]?.length ?? 0) + 1
  return length
}
