/** One entry of a file. `text: null` = longer than `MOST_CHARACTERS`; `line` counts from 1. */
export type FileEntry = { line: number; text: string | null }

/** A row has no reason to be longer; a whole file of one line must not be held in memory. */
const MOST_CHARACTERS = 2_000_000

export type EntrySplitter = { push(text: string): FileEntry[]; end(): FileEntry[] }

/**
 * Takes a file piece by piece, wherever it is cut. A file that begins with `[` is one JSON array, its objects are the
 * entries; any other is a file of lines. Empty lines are no entries, but count.
 */
export function createEntrySplitter(): EntrySplitter {
  let splitter: EntrySplitter | null = null
  return {
    push(text) {
      if (splitter === null) {
        const first = /[^\s\ufeff]/.exec(text)?.[0]
        if (first === undefined) return []
        splitter = first === '[' ? arrayEntries() : lineEntries()
      }
      return splitter.push(text)
    },
    end: () => splitter?.end() ?? [],
  }
}

function lineEntries(): EntrySplitter {
  let rest = ''
  let isTooLong = false
  let line = 0
  function entry(text: string): FileEntry[] {
    line += 1
    const tooLong = isTooLong || text.length > MOST_CHARACTERS
    isTooLong = false
    const content = text.replace(/^\ufeff/, '').trim()
    if (tooLong) return [{ line, text: null }]
    return content === '' ? [] : [{ line, text: content }]
  }
  return {
    push(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      const found = lines.flatMap(entry)
      if (rest.length > MOST_CHARACTERS) {
        rest = ''
        isTooLong = true
      }
      return found
    },
    end: () => (rest === '' && !isTooLong ? [] : entry(rest)),
  }
}

function arrayEntries(): EntrySplitter {
  let depth = 0
  let isInString = false
  let isEscaped = false
  let parts: string[] = []
  let length = 0
  let line = 0
  function keep(piece: string): void {
    length += piece.length
    if (length <= MOST_CHARACTERS) parts.push(piece)
  }
  return {
    push(text) {
      const found: FileEntry[] = []
      let from = depth > 0 ? 0 : -1
      for (let at = 0; at < text.length; at += 1) {
        const sign = text.charCodeAt(at)
        if (isInString) {
          if (isEscaped) isEscaped = false
          else if (sign === BACKSLASH) isEscaped = true
          else if (sign === QUOTE) isInString = false
        } else if (sign === QUOTE && depth > 0) isInString = true
        else if (sign === OPEN) {
          if (depth === 0) from = at
          depth += 1
        } else if (sign === CLOSE && depth > 0) {
          depth -= 1
          if (depth > 0) continue
          keep(text.slice(from, at + 1))
          line += 1
          found.push({ line, text: length > MOST_CHARACTERS ? null : parts.join('') })
          parts = []
          length = 0
          from = -1
        }
      }
      if (from >= 0) keep(text.slice(from))
      return found
    },
    // An entry that never ends is none that can be read, and not one to leave out without a word.
    end: () => (depth > 0 ? [{ line: line + 1, text: parts.join('') }] : []),
  }
}

const QUOTE = '"'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)
const OPEN = '{'.charCodeAt(0)
const CLOSE = '}'.charCodeAt(0)
