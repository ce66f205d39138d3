import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type TypedFieldProps<Value> = {
  label: string
  value: Value | null
  /** The text of a value, as a person would type it. */
  textOf: (value: Value) => string
  /** `undefined` when the text is no value. */
  parse: (text: string) => Value | undefined
  onValue: (value: Value | null) => void
  /** Said when the text is no value. */
  wrong: string
  hint: string
}

/** A text field for one value: what cannot be read stays as typed, is marked, and changes nothing. */
export function TypedField<Value>(props: TypedFieldProps<Value>): ReactNode {
  const { label, value, textOf, parse, onValue, wrong, hint } = props
  const known = value === null ? '' : textOf(value)
  const [text, setText] = useState(known)
  const told = useRef(known)
  const wrongId = useId()
  useEffect(() => {
    // Back, or another unit, changed the value: the text follows. What is being typed stays as it is.
    if (known !== told.current) setText(known)
    told.current = known
  }, [known])
  const isWrong = text.trim() !== '' && parse(text) === undefined
  const type = (next: string) => {
    setText(next)
    const parsed = next.trim() === '' ? null : parse(next)
    if (parsed === undefined) return
    told.current = parsed === null ? '' : textOf(parsed)
    onValue(parsed)
  }
  return (
    <span className="typed-field">
      <input
        type="text"
        inputMode="decimal"
        className="text-field"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? wrongId : undefined}
        placeholder={hint}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      {isWrong && (
        <span id={wrongId} className="field-error" role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
