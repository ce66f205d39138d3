import type { Read } from './block.ts'
import { isBlank } from './block-start.ts'

/** A formula of more lines than this is none. */
const MOST_LINES = 200

/**
 * Reads a formula that stands alone: from a line that begins with `$$` or `\[` to the first line that ends with its
 * closing delimiter. A blank line or words behind the end make it plain text; the end of the text leaves it unclosed. The
 * last line is no blank one: more may come on it, and what is settled until then must stay.
 */
export function readMath(lines: readonly string[], at: number): Read | null {
  const first = (lines[at] ?? '').trim()
  const opening = openingOf(first)
  if (opening === null) return null
  const closing = opening === '$$' ? '$$' : '\\]'
  const inside: string[] = []
  for (let line = at; line < lines.length && line - at < MOST_LINES; line += 1) {
    const text = line === at ? first.slice(opening.length) : (lines[line] ?? '').trimEnd()
    if (line > at && line < lines.length - 1 && isBlank(text)) return null
    const end = text.indexOf(closing)
    if (end === -1) inside.push(text)
    else if (!isBlank(text.slice(end + closing.length))) return null
    else {
      inside.push(text.slice(0, end))
      return { block: { kind: 'math', tex: inside.join('\n').trim(), closed: true }, next: line + 1 }
    }
  }
  if (lines.length - at > MOST_LINES) return null
  return { block: { kind: 'math', tex: inside.join('\n').trim(), closed: false }, next: lines.length }
}

/** The delimiter with which a formula on its own begins, when the line does so. */
function openingOf(trimmed: string): '$$' | '\\[' | null {
  if (trimmed.startsWith('$$') && !trimmed.startsWith('$$$')) return '$$'
  return trimmed.startsWith('\\[') ? '\\[' : null
}
