export const TEXT_KINDS = ['prose', 'code', 'cjk', 'json'] as const
/** Kinds of text whose tokens a vocabulary cuts differently; the app learns a factor for each. */
export type TextKind = (typeof TEXT_KINDS)[number]

/** Enough to tell, and never slow. */
const LOOKED_AT = 200_000
const CJK_SHARE = 0.2
const MARKS_OF_CODE_SHARE = 0.075

/** What tells the kind of a text. Counts are of its first 200,000 characters, and of several texts they add up. */
export type TextShape = {
  length: number
  visible: number
  cjk: number
  codeMarks: number
  /** The bracket that it begins and ends with as JSON does. */
  opens: '{' | '[' | null
  closes: '}' | ']' | null
}

/** What a text mostly is. Anything that is not clearly one of the others is prose, the empty text too. */
export function textKindOf(text: string): TextKind {
  return kindOf([shapeOf(text)])
}

/** The same of several texts, one behind the other, that were looked at before. */
export function kindOf(shapes: readonly TextShape[]): TextKind {
  const sum = { length: 0, visible: 0, cjk: 0, codeMarks: 0 }
  let first: TextShape | null = null
  let last: TextShape | null = null
  for (const shape of shapes) {
    if (shape.visible === 0) continue
    first ??= shape
    last = shape
    if (sum.length >= LOOKED_AT) continue
    sum.length += shape.length
    sum.visible += shape.visible
    sum.cjk += shape.cjk
    sum.codeMarks += shape.codeMarks
  }
  if (first === null) return 'prose'
  if (first.opens !== null && last?.closes === (first.opens === '{' ? '}' : ']')) return 'json'
  if (sum.cjk / sum.visible >= CJK_SHARE) return 'cjk'
  return sum.codeMarks / sum.visible >= MARKS_OF_CODE_SHARE ? 'code' : 'prose'
}

/** What of a text `kindOf` needs; looks at its first 200,000 characters (UTF-16) and at both ends. */
export function shapeOf(text: string): TextShape {
  const beginning = text.slice(0, 1000).trimStart()
  const end = text.slice(-1000).trimEnd()
  return {
    length: text.length,
    ...sharesOf(text.slice(0, LOOKED_AT)),
    opens: opens(beginning),
    closes: end.endsWith('}') ? '}' : end.endsWith(']') ? ']' : null,
  }
}

/** As an object or a list begins, with a value or a key right inside; strict parsing would take too long. */
function opens(beginning: string): TextShape['opens'] {
  if (/^\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(beginning) || /^\{\s*\}/.test(beginning)) return '{'
  return /^\[\s*(?:["{[\]\d-]|true|false|null)/.test(beginning) ? '[' : null
}

function sharesOf(text: string): { visible: number; cjk: number; codeMarks: number } {
  let visible = 0
  let cjk = 0
  let codeMarks = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 0x20) continue
    visible += 1
    if (code < 0x80) codeMarks += isCodeMark(code) ? 1 : 0
    else cjk += isCjk(code) ? 1 : 0
  }
  return { visible, cjk, codeMarks }
}

/** For each ASCII code: to ask a set for every letter of a long conversation took as long as all else. */
const CODE_MARKS = new Uint8Array(0x80)
for (const mark of '{}()[];=<>_/\\+&|$#@*`') CODE_MARKS[mark.charCodeAt(0)] = 1
const isCodeMark = (code: number) => CODE_MARKS[code] === 1

/** Kana, ideographs, Hangul and the full-width forms among them. */
function isCjk(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}
