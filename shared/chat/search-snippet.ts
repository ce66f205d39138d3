import type { Snippet } from '../contract/conversations.ts'
import type { SearchQuery } from './search-query.ts'
import { searchWords, type Word } from './search-words.ts'

/** UTF-16 units before the first find, and of the whole piece. */
const BEFORE = 60
const LENGTH = 220

/** A piece of the text around the first find, with everything that was found in it. Plain text, whatever it holds. */
export function snippetOf(text: string, query: SearchQuery): Snippet {
  const found = foundIn(searchWords(text), query)
  const first = found[0]?.start ?? 0
  const start = wholeAt(text, first <= BEFORE ? 0 : first - BEFORE)
  const end = wholeAt(text, Math.min(text.length, start + LENGTH))
  const ranges = found
    .filter((word) => word.start >= start && word.end <= end)
    .map((word) => ({ start: word.start - start, end: word.end - start }))
  return { text: text.slice(start, end), ranges }
}

/** The words that the query asks for, wherever they stand. */
function foundIn(words: readonly Word[], { phrases, openEnd }: SearchQuery): Word[] {
  const wanted = new Set(phrases.flat())
  const last = openEnd ? (phrases.at(-1)?.at(-1) ?? null) : null
  return words.filter(({ word }) => wanted.has(word) || (last !== null && word.startsWith(last)))
}

/** The offset itself, or the one before it when it lies inside a character of two units. */
function wholeAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? Math.max(0, at - 1) : at
}
