/** From this UTF-16 unit on, each unit takes about so many tokens; fitted as told in `estimateTokens`. */
const COST_FROM: readonly (readonly [unit: number, tokens: number])[] = [
  [0x80, 0.6],
  [0x250, 1],
  // Greek, Cyrillic, Armenian and Hebrew, Arabic, the scripts of India and further ones
  [0x370, 0.38],
  [0x400, 0.27],
  [0x530, 0.45],
  [0x600, 0.38],
  [0x780, 0.5],
  [0x1100, 1],
  // CJK marks, kana, ideographs, Hangul
  [0x3000, 0.8],
  [0x3040, 0.7],
  [0x3100, 0.8],
  [0xa000, 1],
  [0xac00, 0.62],
  [0xd7b0, 1],
  // Each half of a surrogate pair: an emoji is two tokens or three
  [0xd800, 1.1],
  [0xe000, 1],
  [0xff00, 0.8],
  [0xff66, 1],
]

/** About how many tokens the UTF-16 code unit `unit` takes by itself. */
export function costOutsideAscii(unit: number): number {
  let cost = 1
  for (const [from, tokens] of COST_FROM) {
    if (unit < from) break
    cost = tokens
  }
  return cost
}
