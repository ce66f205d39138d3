import { type ReactNode, useId } from 'react'
import type { Slot } from './tokenizer-state.ts'

type TextFieldProps = {
  label: string
  slot: Slot
  onType: (text: string) => void
}

/**
 * The text itself. The field keeps its own value, because handing a megabyte back to it at every key would make typing
 * slow; it is made anew when a file fills it.
 */
export function TextField({ label, slot, onType }: TextFieldProps): ReactNode {
  const id = useId()
  return (
    <div className="tokenizer-text">
      <label htmlFor={id}>{label}</label>
      <textarea
        key={slot.revision}
        id={id}
        defaultValue={slot.text}
        spellCheck={false}
        autoComplete="off"
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  )
}
