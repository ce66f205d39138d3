import { pushNode } from './inline-frame.ts'
import { type InlineReader, takeText } from './inline-reader.ts'
import { openingAt } from './math-span.ts'

/** An opened formula this far back was probably none: what follows is read as text with its markup again. */
const LONGEST_OPEN = 300

/** Reads a formula that begins here. Until its closing delimiter has come it is plain text, markers and all. */
export function readMathSpan(reader: InlineReader): boolean {
  const { text, at } = reader
  const found = reader.mathEnd(at)
  if (found !== null) {
    pushNode(reader.frames, { kind: 'math', tex: found.tex, display: found.display })
    reader.at = found.next
    return true
  }
  if (!reader.open || !mayGrow(text, at)) return false
  const rest = text.slice(at)
  takeText(reader, rest, rest.length)
  return true
}

/** Before a digit a dollar sign is far more likely to be a price than a formula. */
function mayGrow(text: string, at: number): boolean {
  const opening = openingAt(text, at)
  if (opening === null || text.length - at > LONGEST_OPEN) return false
  return opening !== '$' || !/\d/.test(text.charAt(at + 1))
}
