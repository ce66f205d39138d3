/** A character that shows nothing of its own, or turns what is around it: what stands for it, and its name. */
export type CharacterName = { short: string; name: string }

type Named = readonly [codePoint: number, short: string, name: string]

const CONTROLS =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'

const SPACES_AND_FORMATS: readonly Named[] = [
  [0x7f, 'DEL', 'delete'],
  [0x85, 'NEL', 'next line'],
  [0xa0, 'NBSP', 'no-break space'],
  [0xad, 'SHY', 'soft hyphen'],
  [0x34f, 'CGJ', 'combining grapheme joiner'],
  [0x61c, 'ALM', 'Arabic letter mark'],
  [0x115f, 'HCF', 'Hangul choseong filler'],
  [0x1160, 'HJF', 'Hangul jungseong filler'],
  [0x1680, 'OGSP', 'Ogham space mark'],
  [0x180e, 'MVS', 'Mongolian vowel separator'],
  [0x2000, 'NQSP', 'en quad'],
  [0x2001, 'MQSP', 'em quad'],
  [0x2002, 'ENSP', 'en space'],
  [0x2003, 'EMSP', 'em space'],
  [0x2004, '3/MSP', 'three-per-em space'],
  [0x2005, '4/MSP', 'four-per-em space'],
  [0x2006, '6/MSP', 'six-per-em space'],
  [0x2007, 'FSP', 'figure space'],
  [0x2008, 'PSP', 'punctuation space'],
  [0x2009, 'THSP', 'thin space'],
  [0x200a, 'HSP', 'hair space'],
  [0x200b, 'ZWSP', 'zero width space'],
  [0x200c, 'ZWNJ', 'zero width non-joiner'],
  [0x200d, 'ZWJ', 'zero width joiner'],
  [0x200e, 'LRM', 'left-to-right mark'],
  [0x200f, 'RLM', 'right-to-left mark'],
  [0x2028, 'LSEP', 'line separator'],
  [0x2029, 'PSEP', 'paragraph separator'],
  [0x202a, 'LRE', 'left-to-right embedding'],
  [0x202b, 'RLE', 'right-to-left embedding'],
  [0x202c, 'PDF', 'pop directional formatting'],
  [0x202d, 'LRO', 'left-to-right override'],
  [0x202e, 'RLO', 'right-to-left override'],
  [0x202f, 'NNBSP', 'narrow no-break space'],
  [0x205f, 'MMSP', 'medium mathematical space'],
  [0x2060, 'WJ', 'word joiner'],
  [0x2061, 'FA', 'function application'],
  [0x2062, 'IT', 'invisible times'],
  [0x2063, 'IS', 'invisible separator'],
  [0x2064, 'IP', 'invisible plus'],
  [0x2066, 'LRI', 'left-to-right isolate'],
  [0x2067, 'RLI', 'right-to-left isolate'],
  [0x2068, 'FSI', 'first strong isolate'],
  [0x2069, 'PDI', 'pop directional isolate'],
  [0x2800, 'BPB', 'Braille pattern blank'],
  [0x3000, 'IDSP', 'ideographic space'],
  [0x3164, 'HF', 'Hangul filler'],
  [0xfeff, 'BOM', 'byte order mark (zero width no-break space)'],
  [0xffa0, 'HWHF', 'half-width Hangul filler'],
  [0xfff9, 'IAA', 'interlinear annotation anchor'],
  [0xfffa, 'IAS', 'interlinear annotation separator'],
  [0xfffb, 'IAT', 'interlinear annotation terminator'],
  [0xfffc, 'OBJ', 'object replacement character'],
  [0xfffd, 'REPL', 'replacement character'],
]

/** A line end and a tab are so frequent that a mark reads better than a name. */
const MARKS: readonly Named[] = [
  [0x09, '→', 'tab'],
  [0x0a, '↵', 'line feed'],
]

const named: ReadonlyMap<number, CharacterName> = new Map(
  [
    ...CONTROLS.split(' ').map((short, code): Named => [code, short, `control character ${short}`]),
    ...SPACES_AND_FORMATS,
    ...MARKS,
  ].map(([codePoint, short, name]) => [codePoint, { short, name }]),
)

/** Controls, format characters, other line ends, and what Unicode says to show nothing for. Private use has no shape. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]$/u

/** The name of a character that cannot be seen as itself, or `null` for one that can. A plain space is one that can. */
export function characterName(codePoint: number): CharacterName | null {
  // Nearly all text: ASCII that shows, and letters and ideographs of the large blocks.
  if (codePoint >= 0x20 && codePoint < 0x7f) return null
  if (codePoint >= 0x3041 && codePoint <= 0xd7a3 && codePoint !== 0x3164) return null
  const known = named.get(codePoint)
  if (known !== undefined) return known
  if (codePoint >= 0xfe00 && codePoint <= 0xfe0f) return selector(codePoint - 0xfe00 + 1)
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return selector(codePoint - 0xe0100 + 17)
  if (codePoint >= 0xe0020 && codePoint <= 0xe007e) {
    const letter = String.fromCharCode(codePoint - 0xe0000)
    return { short: `TAG ${letter}`, name: `tag ${letter === ' ' ? 'space' : letter}` }
  }
  if (!UNSEEN.test(String.fromCodePoint(codePoint))) return null
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return { short: code, name: `character ${code}` }
}

function selector(number: number): CharacterName {
  return { short: `VS${number}`, name: `variation selector ${number}` }
}
