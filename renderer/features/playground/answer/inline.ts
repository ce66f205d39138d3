import { flanking, runLength } from './flanking.ts'
import { closeFrame, pushNode, pushText, releaseFrame } from './inline-frame.ts'
import { readBracket, readBracketEnd, readLinkInText } from './inline-link.ts'
import { readBreak, readFootnoteMark } from './inline-marks.ts'
import { readMathSpan } from './inline-math.ts'
import type { Inline } from './inline-node.ts'
import { type InlineReader, newReader, openFrame, takeText } from './inline-reader.ts'

const PLAIN = /[^\\`*_~[\]!<h$]+/y
const ESCAPABLE = /[!-/:-@[-`{-~]/
/** An unclosed back quote this far back is taken for a stray character, not for code that still grows. */
const LONGEST_OPEN_CODE = 200

/**
 * Reads bold, italic, struck, code, links and images in one pass over the text. Time is linear in its length whatever
 * it holds: at most one frame of each marker is open at a time, so nesting is bounded too. `open` = more will follow.
 */
export function readInline(text: string, options: { open?: boolean } = {}): readonly Inline[] {
  const reader = newReader(text, options.open ?? false)
  while (reader.at < text.length) step(reader)
  while (reader.frames.length > 1) endFrame(reader)
  return reader.frames[0]?.children ?? []
}

function step(reader: InlineReader): void {
  PLAIN.lastIndex = reader.at
  const plain = PLAIN.exec(reader.text)?.[0] ?? ''
  if (plain === '') readSpecial(reader, reader.text.charAt(reader.at))
  else takeText(reader, plain, plain.length)
}

function readSpecial(reader: InlineReader, character: string): void {
  switch (character) {
    case '\\':
      if (!readMathSpan(reader)) readEscape(reader)
      break
    case '$':
      if (!readMathSpan(reader)) takeText(reader, character, 1)
      break
    case '`':
      readCode(reader)
      break
    case '*':
    case '_':
    case '~':
      readMarker(reader, character)
      break
    case '!':
    case '[':
      if (!readFootnoteMark(reader)) readBracket(reader, character)
      break
    case ']':
      readBracketEnd(reader)
      break
    case '<':
      if (!readBreak(reader)) readLinkInText(reader, character)
      break
    default:
      readLinkInText(reader, character)
  }
}

function readEscape(reader: InlineReader): void {
  const next = reader.text.charAt(reader.at + 1)
  if (ESCAPABLE.test(next)) takeText(reader, next, 2)
  else takeText(reader, '\\', 1)
}

function readCode(reader: InlineReader): void {
  const { text, at } = reader
  const length = runLength(text, at, '`')
  const end = reader.codeEnd(at + length, length)
  if (end === null) {
    readUnclosedCode(reader, length)
    return
  }
  pushNode(reader.frames, { kind: 'code', text: codeText(text.slice(at + length, end)) })
  reader.at = end + length
}

function readUnclosedCode(reader: InlineReader, length: number): void {
  const { text, at } = reader
  const rest = text.slice(at + length, at + length + LONGEST_OPEN_CODE + 1)
  const grows = reader.open && rest.length <= LONGEST_OPEN_CODE && !rest.includes('\n')
  if (!grows) {
    takeText(reader, text.slice(at, at + length), length)
    return
  }
  if (rest !== '') pushNode(reader.frames, { kind: 'code', text: rest })
  reader.at = text.length
}

/** One space on each side may pad code that itself begins or ends with a back quote. */
function codeText(inside: string): string {
  const text = inside.replaceAll('\n', ' ')
  const padded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== ''
  return padded ? text.slice(1, -1) : text
}

function readMarker(reader: InlineReader, character: string): void {
  const { text, at, frames } = reader
  const length = runLength(text, at, character)
  const { opens, closes } = flanking(text, at, length, character)
  let rest = length
  while (closes && rest > 0) {
    const closed = closeFrame(frames, character, rest)
    if (closed === 0) break
    rest -= closed
  }
  reader.at = at + length
  // At the end of growing text nobody knows yet what these markers belong to: they wait.
  const waits = reader.open && reader.at === text.length && rest <= 3
  if (rest === 0 || waits) return
  const isMarker = opens && (character === '~' ? rest === 2 : rest <= 3)
  if (!isMarker) {
    pushText(frames, character.repeat(rest))
    return
  }
  if (rest >= 2) openFrame(frames, character.repeat(2))
  if (rest !== 2) openFrame(frames, character)
}

/** The text ended inside a frame: finished text shows the marker, growing text shows what it will become. */
function endFrame(reader: InlineReader): void {
  const { frames } = reader
  const last = frames.length - 1
  const frame = frames[last]
  if (frame === undefined || !reader.open) releaseFrame(frames, last)
  else if (frame.marker.endsWith('[')) {
    frames.pop()
    for (const child of frame.children) pushNode(frames, child)
  } else closeFrame(frames, frame.marker.charAt(0), frame.marker.length)
}
