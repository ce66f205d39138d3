/** A formula in running text: `next` is the first place after its closing delimiter. */
export type MathSpan = { tex: string; display: boolean; next: number }

/** Longer than this no one writes a formula in a line; it is text. */
const LONGEST = 2000

type Closings = { places: number[]; next: number }

/**
 * Finds where a formula that begins at a place ends: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. A dollar sign opens only
 * before something that is no space and not inside a word, and closes only after something that is no space and before
 * something that is no digit (pandoc's rule), so that prices stay prices. All ends are listed once and walked forward
 * only: time is linear whatever the text holds. `open` = more will follow, so a sign at the very end is not decided yet.
 */
export function mathSpanFinder(text: string, open: boolean): (at: number) => MathSpan | null {
  const lists = new Map<string, Closings>()
  const closingsOf = (closing: string) => {
    const known = lists.get(closing) ?? { places: placesOf(text, closing, open), next: 0 }
    lists.set(closing, known)
    return known
  }
  return (at) => {
    const opening = openingAt(text, at)
    if (opening === null) return null
    const from = at + opening.length
    const list = closingsOf(CLOSING[opening])
    while ((list.places[list.next] ?? Number.POSITIVE_INFINITY) <= from) list.next += 1
    const end = list.places[list.next]
    if (end === undefined || end - from > LONGEST) return null
    const tex = text.slice(from, end).trim()
    if (tex === '') return null
    return { tex, display: opening === '$$' || opening === '\\[', next: end + opening.length }
  }
}

type Opening = keyof typeof CLOSING
const CLOSING = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' } as const

/** The opening delimiter that stands at `at`, or `null`. */
export function openingAt(text: string, at: number): Opening | null {
  if (text.startsWith('\\(', at)) return '\\('
  if (text.startsWith('\\[', at)) return '\\['
  if (text.startsWith('$$', at)) return text.charAt(at + 2) === '$' ? null : '$$'
  if (text.charAt(at) !== '$' || /[\p{L}\p{N}$]/u.test(text.charAt(at - 1))) return null
  return /\S/.test(text.charAt(at + 1)) ? '$' : null
}

function placesOf(text: string, closing: string, open: boolean): number[] {
  const places: number[] = []
  for (let at = text.indexOf(closing); at !== -1; at = text.indexOf(closing, at + closing.length)) {
    if (closing !== '$' || closesDollar(text, at, open)) places.push(at)
  }
  return places
}

function closesDollar(text: string, at: number, open: boolean): boolean {
  if (at + 1 === text.length && open) return false
  const before = text.charAt(at - 1)
  return /\S/.test(before) && before !== '\\' && before !== '$' && !/[\d$]/.test(text.charAt(at + 1))
}
