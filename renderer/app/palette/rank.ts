/** Best first: the words a person typed begin the name, begin a word in it, stand inside it, or are spread over it. */
const BEGINS = 0
const BEGINS_A_WORD = 1
const INSIDE = 2
const SPREAD = 3

type Ranked = { name: string; words: string }

/**
 * The commands that hold every word of `typed`, in any order, the best first and otherwise in their own order. `words`
 * are what a command is also found by, such as aliases; they never count for more than "inside".
 */
export function rank<Item extends Ranked>(items: readonly Item[], typed: string): Item[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...items]
  return items
    .flatMap((item, index) => {
      const scores = words.map((word) => scoreOf(item, word))
      const total = scores.reduce<number | null>(
        (sum, score) => (sum === null || score === null ? null : sum + score),
        0,
      )
      return total === null ? [] : [{ item, index, total }]
    })
    .sort((a, b) => a.total - b.total || a.index - b.index)
    .map(({ item }) => item)
}

function scoreOf({ name, words }: Ranked, word: string): number | null {
  const text = name.toLowerCase()
  const at = text.indexOf(word)
  if (at === 0) return BEGINS
  if (at > 0) return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? INSIDE : BEGINS_A_WORD
  if (words.toLowerCase().includes(word)) return INSIDE
  return word.length > 1 && isSpreadOver(text, word) ? SPREAD : null
}

/** Whether all characters of `word` come in `text` in their order. */
function isSpreadOver(text: string, word: string): boolean {
  let from = 0
  for (const character of word) {
    const at = text.indexOf(character, from)
    if (at === -1) return false
    from = at + 1
  }
  return true
}
