import { type ReactNode, useId } from 'react'

type WorkloadSliderProps = {
  label: string
  value: number
  most: number
  /** The value in words, for the screen and for a screen reader. */
  text: string
  onChange: (value: number) => void
}

/** A native slider: arrow keys move by one, Page Up and Page Down by a tenth. */
export function WorkloadSlider({ label, value, most, text, onChange }: WorkloadSliderProps): ReactNode {
  const id = useId()
  return (
    <div className="workload-slider">
      <label htmlFor={id}>{label}</label>
      <span className="num quiet" aria-hidden="true" data-explain="workload-sum">
        {text}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={1}
        value={Math.round(value)}
        aria-valuetext={text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
