/** Where a trace of the key stands in a text: UTF-16 offsets, `end` not included. */
export type Trace = { start: number; end: number }

/** So many characters of the key in a row are a trace of it; a key that is shorter is one as a whole. */
const PIECE = 12
/** A few characters would match everywhere and turn the server's words into noise; no real key is that short. */
const SHORTEST_KEY = 6
/** What line breaks, escapes, quotes and separators put between the characters of a key. */
const BETWEEN = /[\s\p{Cc}\p{Cf}\\"'`:,;]/u

/**
 * Finds the key in texts: as it is, URL-encoded, as JSON, JavaScript or HTML escapes, base64 (all three alignments), hex;
 * in either case, with spaces, quotes or invisible characters between, and cut as long as 12 of its characters are left.
 * The traces come in order and do not overlap.
 */
export function createKeyTraces(key: string): (text: string) => Trace[] {
  const pieces = key.length < SHORTEST_KEY ? [] : [...new Set(spellingsOf(key).flatMap(piecesOf(key)))]
  const mayHold = createSieve(pieces)
  const piecesAt = createPieceIndex(pieces)
  return (text) => {
    if (!mayHold(text)) return []
    const { letters, places } = squeeze(text)
    const traces: Trace[] = []
    for (let at = 0; at < letters.length; at += 1) {
      for (const piece of piecesAt(letters, at)) {
        traces.push({ start: places[at] ?? 0, end: (places[at + piece.length - 1] ?? 0) + 1 })
      }
    }
    return joined(traces)
  }
}

/**
 * The pieces that stand at a place of a text. Found by their beginnings: to look for each of a thousand in the whole text
 * took a second for each megabyte of an answer that is full of the key.
 */
function createPieceIndex(pieces: readonly string[]): (letters: string, at: number) => readonly string[] {
  const length = Math.min(GRAM, ...pieces.map((piece) => piece.length))
  const byBeginning = new Map<string, string[]>()
  for (const piece of pieces) {
    const beginning = piece.slice(0, length)
    const same = byBeginning.get(beginning)
    if (same === undefined) byBeginning.set(beginning, [piece])
    else same.push(piece)
  }
  return (letters, at) =>
    byBeginning.get(letters.slice(at, at + length))?.filter((piece) => letters.startsWith(piece, at)) ?? NONE
}

const NONE: readonly string[] = []

/** Letters of a text that are compared at once: so many of a key in a row stand in no other text by chance. */
const GRAM = 6
/** Each letter moves those before it by so many bits: after `GRAM` letters they have left the 30 bits of a hash. */
const SHIFT = 5

/**
 * Whether a text can hold one of the pieces at all: `false` is certain. There are about a thousand pieces, and every
 * event of a stream is looked through: each of its letters is looked at once, and no other text is made of it.
 */
function createSieve(pieces: readonly string[]): (text: string) => boolean {
  if (pieces.length === 0) return () => false
  const length = Math.min(GRAM, ...pieces.map((piece) => piece.length))
  const mask = 2 ** (length * SHIFT) - 1
  const after = (hash: number, letter: number): number => ((hash << SHIFT) ^ letter) & mask
  // The beginning of a piece is enough: every place of the text is looked at.
  const beginnings = new Set(pieces.map((piece) => codesOf(piece.slice(0, length)).reduce(after, 0)))
  // A table of bytes first: to ask the set itself for every letter would take ten times as long.
  const mayBegin = new Uint8Array(0x1_00_00)
  for (const hash of beginnings) mayBegin[hash & 0xffff] = 1
  const letters = lettersOfCodes()
  return (text) => {
    let hash = 0
    for (let at = 0; at < text.length; at += 1) {
      const letter = letters[text.charCodeAt(at)] ?? 0
      if (letter === 0) continue
      hash = after(hash, letter)
      if (mayBegin[hash & 0xffff] === 1 && beginnings.has(hash)) return true
    }
    return false
  }
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

let knownLetters: Uint16Array | null = null

/** For each UTF-16 code what `squeeze` makes of it: 0 when it may stand between, else the code of the small letter. */
function lettersOfCodes(): Uint16Array {
  knownLetters ??= Uint16Array.from({ length: 0x1_00_00 }, (_, code) => {
    const letter = String.fromCharCode(code)
    return BETWEEN.test(letter) ? 0 : small(letter).charCodeAt(0)
  })
  return knownLetters
}

function spellingsOf(key: string): string[] {
  const bytes = Buffer.from(key, 'utf8')
  const hex = bytes.toString('hex')
  const each = (before: string, digits: (code: number) => string, after = ''): string =>
    [...bytes].map((code) => before + digits(code) + after).join('')
  const base64 = [0, 1, 2].flatMap((shift) => base64Within(bytes, shift))
  return [
    key,
    encodeURIComponent(key),
    hex,
    ...base64,
    each('%', hexOf),
    each('u00', hexOf),
    each('x', hexOf),
    each('0x', hexOf),
    each('&#', String, ';'),
    each('&#x', hexOf, ';'),
  ].map((spelling) => squeeze(spelling).letters)
}

function hexOf(code: number): string {
  return code.toString(16).padStart(2, '0')
}

/** How the key reads in base64 after `shift` other bytes: only characters that depend on nothing but the key. */
function base64Within(bytes: Buffer, shift: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor((shifted.length * 8) / 6)
  const standard = shifted.toString('base64').slice(first, last)
  return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')]
}

/** Every part of a spelling that stands for `PIECE` characters of the key. */
function piecesOf(key: string): (spelling: string) => string[] {
  return (spelling) => {
    const length = Math.ceil((spelling.length / key.length) * Math.min(PIECE, key.length))
    return Array.from({ length: Math.max(1, spelling.length - length + 1) }, (_, at) =>
      spelling.slice(at, at + length),
    )
  }
}

/** The text without what may stand between, its ASCII letters small; `places` tells where each of them was. */
function squeeze(text: string): { letters: string; places: Uint32Array } {
  const known = lettersOfCodes()
  const places = new Uint32Array(text.length)
  let letters = ''
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = known[text.charCodeAt(at)] ?? 0
    if (letter === 0) continue
    letters += String.fromCharCode(letter)
    places[count] = at
    count += 1
  }
  return { letters, places }
}

/** ASCII alone: other letters may change their number with their case. */
function small(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

function joined(traces: readonly Trace[]): Trace[] {
  const result: Trace[] = []
  for (const { start, end } of [...traces].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last === undefined || start > last.end) result.push({ start, end })
    else last.end = Math.max(last.end, end)
  }
  return result
}
