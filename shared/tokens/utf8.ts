/** One step of decoding: the bytes it took, and the character, or `null` where they are no character. */
export type DecodedCharacter = { length: number; codePoint: number | null }

/**
 * Decodes the character at `offset`, which must be inside the bytes. Bytes that make no character are taken as the
 * Encoding Standard says (encoding.spec.whatwg.org, UTF-8 decoder): the longest beginning of a character counts as
 * one error. So joining the steps gives what `TextDecoder` gives, byte order mark kept.
 */
export function characterAt(bytes: Uint8Array, offset: number): DecodedCharacter {
  const lead = bytes[offset] ?? 0
  if (lead < 0x80) return { length: 1, codePoint: lead }
  const following = followingBytes(lead)
  if (following === 0) return { length: 1, codePoint: null }

  let codePoint = lead & (0x3f >> following)
  for (let index = 1; index <= following; index += 1) {
    const next = bytes[offset + index]
    if (next === undefined || !continues(lead, index, next)) return { length: index, codePoint: null }
    codePoint = (codePoint << 6) | (next & 0x3f)
  }
  return { length: following + 1, codePoint }
}

/** Bytes that follow this first byte; 0 when no character of several bytes begins with it. */
function followingBytes(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1
  if (lead >= 0xe0 && lead <= 0xef) return 2
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
}

/** The second byte is narrower after some first ones: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
function continues(lead: number, index: number, byte: number): boolean {
  const lowest = index === 1 ? (LOWEST_SECOND.get(lead) ?? 0x80) : 0x80
  const highest = index === 1 ? (HIGHEST_SECOND.get(lead) ?? 0xbf) : 0xbf
  return byte >= lowest && byte <= highest
}

const LOWEST_SECOND: ReadonlyMap<number, number> = new Map([
  [0xe0, 0xa0],
  [0xf0, 0x90],
])
const HIGHEST_SECOND: ReadonlyMap<number, number> = new Map([
  [0xed, 0x9f],
  [0xf4, 0x8f],
])
