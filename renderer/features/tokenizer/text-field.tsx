import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/number-text.ts'
import { editOf } from './text-edit.ts'
import { EXCERPT, type Slot } from './tokenizer-state.ts'

type TextFieldProps = {
  label: string
  slot: Slot
  onType: (text: string) => void
  /** A text that was not typed letter by letter. */
  onFill: (text: string) => void
  onEditAll: () => void
  onUndo: () => void
}

/**
 * The text itself. The field keeps its own value, because handing a long text back to it at every key would make typing
 * slow; it is made anew when something else fills it. Of a very long text it holds the beginning only: a browser lays
 * out all of a field at every key, a megabyte in 100 to 400 ms.
 */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, slot } = props
  const { t } = useTranslation('tokenizer')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const focusNext = useRef(false)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    // The field that had the focus is gone, and this one stands in its place.
    if (focusNext.current && slot.revision > 0) field.current?.focus()
    focusNext.current = false
  }, [slot.revision])
  useEffect(() => {
    const area = field.current
    if (area === null) return
    const beforeInput = (event: InputEvent) => {
      const edit = editOf(area, slot.excerpt, event)
      if (edit.kind === 'by-browser') return
      event.preventDefault()
      setRefused(edit.kind === 'refused')
      focusNext.current = edit.kind === 'fill'
      if (edit.kind === 'fill') props.onFill(edit.text)
      if (edit.kind === 'type') props.onType(edit.text)
    }
    area.addEventListener('beforeinput', beforeInput)
    return () => area.removeEventListener('beforeinput', beforeInput)
  })
  return (
    <div className="tokenizer-text">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        key={slot.revision}
        id={id}
        defaultValue={slot.excerpt ? slot.text.slice(0, EXCERPT) : slot.text}
        aria-describedby={slot.excerpt ? `${id}-excerpt` : undefined}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        onInput={(event) => props.onType(event.currentTarget.value)}
      />
      {slot.excerpt && (
        <ExcerptNote id={`${id}-excerpt`} {...props}>
          {refused && <strong role="alert">{t('excerpt.refused')}</strong>}
        </ExcerptNote>
      )}
    </div>
  )
}

function ExcerptNote({
  id,
  slot,
  onFill,
  onEditAll,
  onUndo,
  children,
}: TextFieldProps & { id: string; children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const number = (value: number) => countText(value, i18n.language)
  return (
    <div className="excerpt-note" id={id}>
      <span>{t('excerpt.note', { shown: number(EXCERPT), all: number(slot.text.length) })}</span>
      {children}
      <Button onClick={() => onFill('')}>{t('excerpt.clear')}</Button>
      <Button onClick={onEditAll}>{t('excerpt.editAll')}</Button>
      {slot.before !== null && <Button onClick={onUndo}>{t('excerpt.undo')}</Button>}
    </div>
  )
}
