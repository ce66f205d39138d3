import type { Read } from './block.ts'
import { isBlank, startsBlock } from './block-start.ts'
import { tableHead } from './table-head.ts'

/** Reads a table; its rows stay lines, so that a row on screen is only read again when it changed. */
export function readTable(lines: readonly string[], at: number): Read | null {
  const head = tableHead(lines, at)
  if (head === null) return null
  let end = at + 2
  while (end < lines.length && isRow(lines, end)) end += 1
  return { block: { kind: 'table', ...head, rows: lines.slice(at + 2, end) }, next: end }
}

function isRow(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  return !isBlank(line) && line.includes('|') && !startsBlock(lines, at)
}
