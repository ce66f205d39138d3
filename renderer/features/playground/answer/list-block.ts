import type { ListItem, Read } from './block.ts'
import { isBlank, isRule, startsBlock } from './block-start.ts'

type Marker = { indent: number; width: number; character: string; start: number | null; rest: string }

const MARKER = /^( {0,3})([-*+]|(\d{1,9})([.)]))([ \t]+\S|\s*$)/

function markerOf(line: string): Marker | null {
  const match = MARKER.exec(line)
  if (match === null || isRule(line)) return null
  const [, indent = '', mark = '', digits, delimiter, gap = ''] = match
  const end = indent.length + mark.length
  const spaces = gap.trim() === '' ? 1 : gap.length - 1
  const inside = spaces > 4 ? 1 : spaces
  return {
    indent: indent.length,
    width: mark.length + inside,
    character: delimiter ?? mark,
    start: digits === undefined ? null : Number(digits),
    rest: line.slice(end + inside),
  }
}

/** Reads a list up to the first line that belongs to nothing in it. Items keep their own lines, unread. */
export function readList(lines: readonly string[], at: number): Read | null {
  const first = markerOf(lines[at] ?? '')
  if (first === null) return null
  const items: ListItem[] = []
  let line = at
  for (;;) {
    const marker = markerOf(lines[line] ?? '')
    if (marker === null || marker.character !== first.character) break
    const { source, next } = readItem(lines, line, marker)
    items.push(itemOf(source))
    line = next
    const after = afterBlanks(lines, line)
    if (markerOf(lines[after] ?? '')?.character !== first.character) break
    line = after
  }
  const ordered = first.start !== null
  return { block: { kind: 'list', ordered, start: first.start ?? 1, items }, next: line }
}

function readItem(lines: readonly string[], at: number, marker: Marker): { source: string; next: number } {
  const inside = [marker.rest]
  let line = at + 1
  while (line < lines.length) {
    const after = afterBlanks(lines, line)
    if (after >= lines.length) break
    const text = lines[after] ?? ''
    const belongs = indentOf(text) >= marker.indent + 2
    const lazy = after === line && !belongs && markerOf(text) === null && !startsBlock(lines, line)
    if (!belongs && !lazy) break
    for (; line < after; line += 1) inside.push('')
    inside.push(outdent(text, marker.indent + marker.width))
    line += 1
  }
  return { source: inside.join('\n'), next: line }
}

/** The first line from here that is not blank. */
function afterBlanks(lines: readonly string[], at: number): number {
  let line = at
  while (line < lines.length && isBlank(lines[line] ?? '')) line += 1
  return line
}

/** A tab counts as four columns. Models often indent by two where the standard wants three, so two is enough here. */
function indentOf(line: string): number {
  let columns = 0
  for (const character of leading(line)) columns += character === '\t' ? 4 : 1
  return columns
}

function outdent(line: string, most: number): string {
  const space = leading(line)
  const columns = Math.max(0, indentOf(line) - most)
  return ' '.repeat(columns) + line.slice(space.length)
}

function leading(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

const TASK = /^\[([ xX])\][ \t]+/

function itemOf(source: string): ListItem {
  const task = TASK.exec(source)
  if (task === null) return { source, checked: null }
  return { source: source.slice(task[0].length), checked: task[1] !== ' ' }
}
