export const TEXT_KINDS = ['prose', 'code', 'cjk', 'json'] as const
/** Kinds of text whose tokens a vocabulary cuts differently; the app learns a factor for each. */
export type TextKind = (typeof TEXT_KINDS)[number]

/** Enough to tell, and never slow. */
const LOOKED_AT = 200_000
const CJK_SHARE = 0.2
const MARKS_OF_CODE_SHARE = 0.075

/** What a text mostly is. Anything that is not clearly one of the others is prose, the empty text too. */
export function textKindOf(text: string): TextKind {
  const { visible, cjk, codeMarks } = sharesOf(text.slice(0, LOOKED_AT))
  if (visible === 0) return 'prose'
  if (looksLikeJson(text)) return 'json'
  if (cjk / visible >= CJK_SHARE) return 'cjk'
  return codeMarks / visible >= MARKS_OF_CODE_SHARE ? 'code' : 'prose'
}

/** Begins and ends as an object or a list does, with a value or a key right inside; strict parsing would take too long. */
function looksLikeJson(text: string): boolean {
  const beginning = text.slice(0, 1000).trimStart()
  const end = text.slice(-1000).trimEnd()
  if (/^\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(beginning) || /^\{\s*\}/.test(beginning)) return end.endsWith('}')
  return /^\[\s*(?:["{[\]\d-]|true|false|null)/.test(beginning) && end.endsWith(']')
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

const CODE_MARKS = new Set([...'{}()[];=<>_/\\+&|$#@*`'].map((mark) => mark.charCodeAt(0)))
const isCodeMark = (code: number) => CODE_MARKS.has(code)

/** Kana, ideographs, Hangul and the full-width forms among them. */
function isCjk(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}
