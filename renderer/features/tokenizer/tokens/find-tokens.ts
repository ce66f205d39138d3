import type { TokenTable } from './token-table.ts'

/** Further matches are not looked for: nobody steps through more, and a search stays short. */
export const MOST_MATCHES = 10_000

/** A run of tokens that holds what was searched for. */
export type Match = { first: number; last: number }

/**
 * Tokens that hold the text, upper and lower case alike, also over token borders; `#1749` finds the tokens with that
 * id. In the order of the text.
 */
export function findTokens(table: TokenTable, wanted: string): Match[] {
  const id = /^#(\d{1,10})$/.exec(wanted)?.[1]
  if (id !== undefined) return withId(table, Number(id))
  if (wanted === '') return []
  const matches: Match[] = []
  for (const { index, 0: found } of table.text.matchAll(new RegExp(literal(wanted), 'giu'))) {
    matches.push({
      first: tokenAt(table, index),
      last: lastOfSpan(table, tokenAt(table, index + found.length - 1)),
    })
    if (matches.length === MOST_MATCHES) break
  }
  return matches
}

function withId(table: TokenTable, id: number): Match[] {
  const matches: Match[] = []
  for (let index = table.ids.indexOf(id); index >= 0; index = table.ids.indexOf(id, index + 1)) {
    matches.push({ first: index, last: index })
    if (matches.length === MOST_MATCHES) break
  }
  return matches
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** The first token of the span at a UTF-16 offset. */
export function tokenAt(table: TokenTable, offset: number): number {
  const starts = table.textStarts
  let low = 0
  let high = Math.max(0, table.count - 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  // Tokens that share a character, and those without bytes, have the same offset: back to the first of them.
  while (low > 0 && starts[low - 1] === starts[low]) low -= 1
  return low
}

function lastOfSpan(table: TokenTable, token: number): number {
  let last = token
  while (last + 1 < table.count && table.textStarts[last + 1] === table.textStarts[token]) last += 1
  return last
}
