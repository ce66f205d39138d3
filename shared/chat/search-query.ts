import { searchWords, spelled } from './search-words.ts'

/** What to look for: phrases of words that stand together; the last word may be only the beginning of one. */
export type SearchQuery = { phrases: string[][]; openEnd: boolean }

const MOST_WORDS = 32

/** Reads what a person typed. `null`: it holds no word. Nothing of it is ever taken for the language of the index. */
export function readQuery(typed: string): SearchQuery | null {
  const phrases: string[][] = []
  let left = MOST_WORDS
  for (const [at, part] of typed.split('"').entries()) {
    const words = searchWords(part)
      .slice(0, left)
      .map(({ word }) => word)
    left -= words.length
    const isQuoted = at % 2 === 1
    if (isQuoted) phrases.push(words)
    else for (const word of joined(words)) phrases.push(word)
  }
  const known = phrases.filter((phrase) => phrase.length > 0)
  // Behind a closing mark, or a space, the last word is whole.
  return known.length === 0 ? null : { phrases: known, openEnd: !/["\s]$/.test(typed) }
}

/** As the index wants it: every phrase must be there. */
export function matchOf({ phrases, openEnd }: SearchQuery): string {
  return phrases
    .map((phrase, at) => {
      const quoted = `"${phrase.map(spelled).join(' ')}"`
      return openEnd && at === phrases.length - 1 ? `${quoted} *` : quoted
    })
    .join(' AND ')
}

/** Single characters that were typed side by side, such as Chinese, stand together; other words stand anywhere. */
function joined(words: readonly string[]): string[][] {
  const phrases: string[][] = []
  let run: string[] = []
  for (const word of words) {
    if ([...word].length === 1 && word > '\u0fff') run.push(word)
    else {
      phrases.push(run, [word])
      run = []
    }
  }
  return [...phrases, run]
}
