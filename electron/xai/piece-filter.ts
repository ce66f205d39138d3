import { REMOVED } from './redact.ts'

/** So many of the first characters of a key may be out before its next piece comes: nobody can do anything with them. */
const MAY_SHOW = { long: 15, short: 7 }
const LONG_KEY = 40

/**
 * Takes a key out of a text that comes in pieces, however it is cut. What is more and more like the beginning of the key
 * waits for the next piece, and is never shown when none comes; `least` of its characters in a row count as the key.
 */
export function createPieceFilter(key: string, least: number): (piece: string) => string {
  const beginning = key.slice(0, least)
  const mayShow = key.length < LONG_KEY ? MAY_SHOW.short : MAY_SHOW.long
  /** The end of what came so far, as far as it may begin the key; `shown` of its characters are out. */
  let tail = ''
  let shown = 0
  return (piece) => {
    const text = tail + piece
    let clean = ''
    let done = shown
    let removedUntil = 0
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, done)) {
      const end = endOfMatch(text, at, key)
      // It may go on in the next piece.
      if (end === text.length && end - at < key.length) break
      clean += text.slice(done, Math.max(at, done)) + REMOVED
      done = end
      removedUntil = end
    }
    const from = beginningAtEnd(text, removedUntil, key)
    const out = text.length - from > mayShow ? Math.max(from, done) : text.length
    clean += text.slice(done, out)
    tail = text.slice(from)
    shown = out - from
    return clean
  }
}

function endOfMatch(text: string, at: number, key: string): number {
  let end = at
  while (end < text.length && end - at < key.length && text[end] === key[end - at]) end += 1
  return end
}

/** Where, at `from` or later, the longest end of the text begins that may be the beginning of the key. */
function beginningAtEnd(text: string, from: number, key: string): number {
  const first = key.charAt(0)
  const earliest = Math.max(from, text.length - key.length + 1)
  for (let at = text.indexOf(first, earliest); at >= 0; at = text.indexOf(first, at + 1)) {
    if (key.startsWith(text.slice(at))) return at
  }
  return text.length
}
