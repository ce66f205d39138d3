import { type ReactNode, useId, useState } from 'react'

type NumberFieldProps = {
  label: string
  value: number
  least: number
  most: number
  /** What is wrong with a text that is no such number. */
  invalid: string
  onChange: (value: number) => void
}

/** A field for a whole number. What is typed stays until the field is left; each valid number counts at once. */
export function NumberField({ label, value, least, most, invalid, onChange }: NumberFieldProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && wholeNumber(typed, least, most) === null
  const change = (text: string) => {
    setTyped(text)
    const number = wholeNumber(text, least, most)
    if (number !== null) onChange(number)
  }
  return (
    <div className="tokenizer-number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="num"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={typed ?? String(value)}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      {wrong && (
        <span id={`${id}-wrong`} role="alert" className="token-warning">
          {invalid}
        </span>
      )}
    </div>
  )
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const digits = text.replaceAll(/[\s,_]/g, '')
  if (!/^\d{1,12}$/.test(digits)) return null
  const value = Number(digits)
  return value >= least && value <= most ? value : null
}
