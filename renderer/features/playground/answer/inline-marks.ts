import { pushNode } from './inline-frame.ts'
import type { InlineReader } from './inline-reader.ts'

const FOOTNOTE_MARK = /\[\^([^\s\]]{1,64})\](?!\()/y
const GROWING_MARK = /\[(?:\^[^\s\]]{0,64})?$/y

/** `[^name]`: shown as a mark at once, whether or not its words have come yet. */
export function readFootnoteMark(reader: InlineReader): boolean {
  FOOTNOTE_MARK.lastIndex = reader.at
  const label = FOOTNOTE_MARK.exec(reader.text)?.[1]
  if (label !== undefined) {
    pushNode(reader.frames, { kind: 'footnote', label })
    reader.at = FOOTNOTE_MARK.lastIndex
    return true
  }
  GROWING_MARK.lastIndex = reader.at
  if (!reader.open || !GROWING_MARK.test(reader.text)) return false
  reader.at = reader.text.length
  return true
}

const BREAK = /<br[ \t]{0,4}\/?>/iy

/** `<br>` is the one tag that models write in tables and that means nothing but a new line. */
export function readBreak(reader: InlineReader): boolean {
  BREAK.lastIndex = reader.at
  if (!BREAK.test(reader.text)) return false
  pushNode(reader.frames, { kind: 'break' })
  reader.at = BREAK.lastIndex
  return true
}
