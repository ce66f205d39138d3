import { directionOf, type PseudoLanguage } from '../../shared/language/language.ts'

/** What pseudo texts begin and end with: a text on screen without them does not come from the catalogue. */
const PSEUDO_START = '⟦'
const PSEUDO_END = '⟧'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = [...'àƀçđéƒĝĥîĵķĺɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĹṀÑÔÞǪŔŠŢÛṼŴẊÝŽ']
/** What must reach the screen as it is: variables, tags, and nothing else. */
const KEPT = /(\{\{.*?\}\}|<\/?\w+\/?>)/

/**
 * English texts, accented, in brackets and two fifths longer, as long as German or Finnish would be; in `en-XB` their
 * letters run from right to left as well.
 */
export function pseudoTexts(texts: object, language: PseudoLanguage): object {
  const value = (text: unknown): unknown => {
    if (typeof text === 'string') return pseudoText(text, language)
    return typeof text === 'object' && text !== null ? pseudoTexts(text, language) : text
  }
  return Object.fromEntries(Object.entries(texts).map(([key, text]: [string, unknown]) => [key, value(text)]))
}

function pseudoText(text: string, language: PseudoLanguage): string {
  // Signs such as "–" are the same in every language.
  if (!/[a-z]/i.test(text)) return text
  const accented = text
    .split(KEPT)
    .map((part) => (KEPT.test(part) || part === '' ? part : turned(accent(part), language)))
    .join('')
  const letters = text.replaceAll(new RegExp(KEPT, 'g'), '').length
  return `${PSEUDO_START}${accented}${turned(padding(Math.ceil(letters * 0.4)), language)}${PSEUDO_END}`
}

/** The override makes the letters behave like those of Arabic or Hebrew. */
function turned(text: string, language: PseudoLanguage): string {
  return directionOf(language) === 'rtl' ? `\u202e${text}\u202c` : text
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
