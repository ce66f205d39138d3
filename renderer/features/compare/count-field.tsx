import { type ReactNode, useId, useState } from 'react'

type CountFieldProps = {
  label: string
  /** Shown behind the number. */
  unit?: string
  value: number
  least?: number
  most: number
  /** Digits after the point that may be typed; the value itself is whole, in units of the last digit. */
  decimals?: 0 | 2
  /** What is wrong with a text that is no such number. */
  invalid: string
  /** Without a label beside it: the label is its accessible name only. */
  bare?: boolean
  onChange: (value: number) => void
}

/** A field for a whole number. What is typed stays as it is until the field is left; each valid number counts at once. */
export function CountField(props: CountFieldProps): ReactNode {
  const { label, value, unit, bare = false } = props
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? written(value, props.decimals ?? 0)
  const wrong = typed !== null && read(typed, props) === null
  const change = (next: string) => {
    setTyped(next)
    const number = read(next, props)
    if (number !== null && number !== value) props.onChange(number)
  }
  return (
    <div className="count-field" data-bare={bare}>
      {!bare && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        className="count-input num"
        inputMode="decimal"
        autoComplete="off"
        aria-label={bare ? label : undefined}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span className="quiet">{unit}</span>}
      {wrong && (
        <span id={`${id}-wrong`} className="count-wrong" role="alert">
          {props.invalid}
        </span>
      )}
    </div>
  )
}

/** Grouped as `read` takes it, whatever the language of the texts: the point is the decimal mark. */
function written(value: number, decimals: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: decimals }).format(value / 10 ** decimals)
}

/** The number that a text stands for; grouping by spaces, commas or underscores is fine. `null` when it is none. */
function read(text: string, { least = 0, most, decimals = 0 }: CountFieldProps): number | null {
  const digits = text.replaceAll(/(?<=\d)[\s,_'](?=\d{3}(?!\d))/g, '').trim()
  const pattern = decimals === 0 ? /^\d{1,12}$/ : /^\d{1,9}(?:\.\d{1,2})?$/
  if (!pattern.test(digits)) return null
  const value = Math.round(Number(digits) * 10 ** decimals)
  return value >= least && value <= most ? value : null
}
