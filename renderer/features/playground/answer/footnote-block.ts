import type { Read } from './block.ts'
import { isBlank, startsBlock } from './block-start.ts'

const FOOTNOTE = /^ {0,3}\[\^([^\s\]]{1,64})\]:[ \t]*/

/** Reads `[^name]: words`, with the lines that belong to it. It is shown where it stands, so that nothing moves. */
export function readFootnote(lines: readonly string[], at: number): Read | null {
  const head = FOOTNOTE.exec(lines[at] ?? '')
  const label = head?.[1]
  if (head === null || label === undefined) return null
  const inside = [(lines[at] ?? '').slice(head[0].length)]
  let line = at + 1
  while (line < lines.length) {
    const text = lines[line] ?? ''
    if (isBlank(text)) {
      const after = lines[line + 1] ?? ''
      if (isBlank(after) || !isInside(after)) break
      inside.push('')
    } else if (isInside(text)) inside.push(text.replace(/^(?: {2,4}|\t)/, ''))
    else if (isBlank(lines[line - 1] ?? '') || startsBlock(lines, line)) break
    else inside.push(text)
    line += 1
  }
  return { block: { kind: 'footnote', label, source: inside.join('\n') }, next: line }
}

function isInside(line: string): boolean {
  return line.startsWith('  ') || line.startsWith('\t')
}
