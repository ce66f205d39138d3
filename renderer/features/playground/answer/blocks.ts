import type { Block, Read } from './block.ts'
import { fenceOf, HEADING, isBlank, isRule, QUOTE, startsBlock } from './block-start.ts'
import { readFootnote } from './footnote-block.ts'
import { readList } from './list-block.ts'
import { readMath } from './math-block.ts'
import { readTable } from './table-block.ts'

/** A block with the lines it came from. `raw` decides whether a block that is on screen has changed. */
export type PlacedBlock = { block: Block; raw: string; line: number }

/**
 * Cuts lines into blocks, one level deep: what is inside a quote or a list item is read when it is shown. Each line is
 * looked at a fixed number of times, so time is linear whatever the model sends.
 */
export function readBlocks(lines: readonly string[]): readonly PlacedBlock[] {
  const placed: PlacedBlock[] = []
  let line = 0
  while (line < lines.length) {
    if (isBlank(lines[line] ?? '')) {
      line += 1
      continue
    }
    const { block, next } = readOne(lines, line)
    placed.push({ block, raw: lines.slice(line, next).join('\n'), line })
    line = next
  }
  return placed
}

function readOne(lines: readonly string[], at: number): Read {
  return (
    readFence(lines, at) ??
    readHeading(lines, at) ??
    readRule(lines, at) ??
    readQuote(lines, at) ??
    readList(lines, at) ??
    readMath(lines, at) ??
    readFootnote(lines, at) ??
    readTable(lines, at) ??
    readParagraph(lines, at)
  )
}

function readFence(lines: readonly string[], at: number): Read | null {
  const opening = fenceOf(lines[at] ?? '')
  if (opening === null) return null
  let end = at + 1
  while (end < lines.length && !closesFence(lines[end] ?? '', opening.fence)) end += 1
  const inside = lines.slice(at + 1, end).map((line) => codeLine(line, opening.indent))
  return {
    block: { kind: 'code', language: opening.language, text: inside.join('\n'), closed: end < lines.length },
    next: Math.min(end + 1, lines.length),
  }
}

function closesFence(line: string, fence: string): boolean {
  const text = line.trim()
  const character = fence.charAt(0)
  if (text.length < fence.length || !text.startsWith(character)) return false
  return text === character.repeat(text.length) && !line.startsWith('    ')
}

/** The line as code: without the fence's own indentation and without the carriage return of a Windows line end. */
function codeLine(line: string, most: number): string {
  let indent = 0
  while (indent < most && line.charAt(indent) === ' ') indent += 1
  return line.slice(indent, line.endsWith('\r') ? -1 : undefined)
}

function readHeading(lines: readonly string[], at: number): Read | null {
  const match = HEADING.exec(lines[at] ?? '')
  if (match === null) return null
  const text = withoutClosing((match[2] ?? '').trim())
  return { block: { kind: 'heading', level: match[1]?.length ?? 1, text }, next: at + 1 }
}

/** `## Title ##`: the marks at the end are decoration. */
function withoutClosing(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '#') end -= 1
  if (end === text.length) return text
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end).trim() : text
}

function readRule(lines: readonly string[], at: number): Read | null {
  return isRule(lines[at] ?? '') ? { block: { kind: 'rule' }, next: at + 1 } : null
}

function readQuote(lines: readonly string[], at: number): Read | null {
  if (!QUOTE.test(lines[at] ?? '')) return null
  const inside: string[] = []
  let line = at
  for (; line < lines.length; line += 1) {
    const text = lines[line] ?? ''
    const quoted = QUOTE.exec(text)
    if (quoted === null && (isBlank(text) || startsBlock(lines, line))) break
    inside.push(text.slice(quoted?.[0].length ?? 0))
  }
  return { block: { kind: 'quote', source: inside.join('\n') }, next: line }
}

function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1
  while (end < lines.length && !isBlank(lines[end] ?? '') && !startsBlock(lines, end)) end += 1
  const text = lines.slice(at, end).map((line) => line.trim())
  return { block: { kind: 'paragraph', text: text.join('\n') }, next: end }
}
