import { LONG_TEXT } from './tokenizer-state.ts'

/** What is to happen instead of what the browser would do with an input into the field. */
export type TextEdit =
  | { kind: 'by-browser' }
  /** The whole text is now this; the field is made anew. */
  | { kind: 'fill'; text: string }
  /** The field holds this already. */
  | { kind: 'type'; text: string }
  /** The field has only the beginning of the text, so a part of it cannot be changed there. */
  | { kind: 'refused' }

/** Text that comes at once, from a program or a dictation; line by line it would take the browser minutes. */
const LONG_INSERTION = 2_000

type Field = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setRangeText'>

export function editOf(
  field: Field,
  excerpt: boolean,
  event: Pick<InputEvent, 'data' | 'inputType'>,
): TextEdit {
  const { value, selectionStart: from, selectionEnd: to } = field
  const data = event.data ?? ''
  if (excerpt) return from === 0 && to === value.length ? { kind: 'fill', text: data } : { kind: 'refused' }
  if (value.length - (to - from) + data.length > LONG_TEXT && data.length >= LONG_INSERTION) {
    return { kind: 'fill', text: value.slice(0, from) + data + value.slice(to) }
  }
  // A paste is fast as it is, and the browser can undo it.
  if (event.inputType !== 'insertText' || data.length < LONG_INSERTION) return { kind: 'by-browser' }
  field.setRangeText(data, from, to, 'end')
  return { kind: 'type', text: field.value }
}
