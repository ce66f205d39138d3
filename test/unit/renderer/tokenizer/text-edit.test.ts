import { describe, expect, it } from 'vitest'
import { editOf } from '../../../../renderer/features/tokenizer/text-edit.ts'
import { LONG_TEXT } from '../../../../renderer/features/tokenizer/tokenizer-state.ts'

describe('input into the field', () => {
  function fieldOf(value: string, selectionStart = value.length, selectionEnd = selectionStart) {
    const field = {
      ...{ value, selectionStart, selectionEnd },
      setRangeText(data: string) {
        field.value = field.value.slice(0, selectionStart) + data + field.value.slice(selectionEnd)
      },
    }
    return field
  }
  const long = 'x'.repeat(LONG_TEXT)

  it.each([
    ['a key', fieldOf('ab'), { inputType: 'insertText', data: 'c' }],
    ['a deletion', fieldOf('ab'), { inputType: 'deleteContentBackward', data: null }],
    ['a paste', fieldOf('ab'), { inputType: 'insertFromPaste', data: 'x'.repeat(5_000) }],
    ['a key at the end of a long text', fieldOf(long), { inputType: 'insertText', data: 'c' }],
  ])('is left to the browser: %s', (_what, field, event) => {
    expect(editOf(field, false, event)).toEqual({ kind: 'by-browser' })
  })

  it('puts much text that comes at once in by itself', () => {
    const data = 'line\n'.repeat(1_000)
    expect(editOf(fieldOf('ab', 1), false, { inputType: 'insertText', data })).toEqual({
      kind: 'type',
      text: `a${data}b`,
    })
  })

  it('takes a text that becomes very long out of the field', () => {
    expect(editOf(fieldOf('abcd', 1, 3), false, { inputType: 'insertFromPaste', data: long })).toEqual({
      kind: 'fill',
      text: `a${long}d`,
    })
  })

  it('changes a very long text as a whole only, while the field holds its beginning', () => {
    const whole = fieldOf('beginning', 0, 9)
    expect(editOf(whole, true, { inputType: 'insertText', data: 'new' })).toEqual({
      kind: 'fill',
      text: 'new',
    })
    expect(editOf(whole, true, { inputType: 'deleteContentForward', data: null })).toEqual({
      kind: 'fill',
      text: '',
    })
    expect(editOf(fieldOf('beginning', 3), true, { inputType: 'insertText', data: 'x' })).toEqual({
      kind: 'refused',
    })
  })
})
