import { characterName } from './character-name.ts'

/** Columns of a monospaced font that a character takes in a chip. A little too much is better than a cut line. */
export function displayWidth(codePoint: number): number {
  if (codePoint >= 0x20 && codePoint < 0x7f) return 1
  const known = widths.get(codePoint)
  if (known !== undefined) return known
  const width = widthOf(codePoint)
  // Bounded: a text has a few thousand different characters at most that matter for speed.
  if (widths.size < 20_000) widths.set(codePoint, width)
  return width
}

const widths = new Map<number, number>()

function widthOf(codePoint: number): number {
  const name = characterName(codePoint)
  if (name !== null) return NAME_SCALE * name.short.length + NAME_BORDER
  const character = String.fromCodePoint(codePoint)
  if (/^\p{M}$/u.test(character)) return 0.5
  if (WIDE.test(character)) return 2
  // Other scripts come from another font, whose letters may be wider than this one's.
  return codePoint < 0x530 ? 1 : 1.5
}

/** Names stand in smaller letters with a line around them. */
const NAME_SCALE = 0.85
const NAME_BORDER = 0.8
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Regional_Indicator}\u3001-\u303f\uff01-\uff60\uffe0-\uffe6]$/u
