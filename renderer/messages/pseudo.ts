/** What pseudo texts begin and end with: a text on screen without them does not come from the catalogue. */
export const PSEUDO_START = '⟦'
export const PSEUDO_END = '⟧'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = [...'àƀçđéƒĝĥîĵķĺɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĹṀÑÔÞǪŔŠŢÛṼŴẊÝŽ']
/** What must reach the screen as it is: variables, tags, and nothing else. */
const KEPT = /(\{\{.*?\}\}|<\/?\w+\/?>)/

/** English texts, accented, in brackets and two fifths longer, as long as German or Finnish would be. */
export function pseudoTexts(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => [key, pseudoValue(value)]),
  )
}

function pseudoValue(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value)
  return typeof value === 'object' && value !== null ? pseudoTexts(value) : value
}

export function pseudoText(text: string): string {
  // Signs such as "–" are the same in every language.
  if (!/[a-z]/i.test(text)) return text
  const accented = text
    .split(KEPT)
    .map((part) => (KEPT.test(part) ? part : accent(part)))
    .join('')
  const letters = text.replaceAll(new RegExp(KEPT, 'g'), '').length
  return `${PSEUDO_START}${accented}${padding(Math.ceil(letters * 0.4))}${PSEUDO_END}`
}

function accent(text: string): string {
  return [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('')
}

/** So many characters, in words that can be broken like the ones before them. */
function padding(length: number): string {
  return 'ôné ţŵô ţĥŕéé ƒôûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ '
    .repeat(Math.ceil(length / 48))
    .slice(0, length)
    .trimEnd()
}
