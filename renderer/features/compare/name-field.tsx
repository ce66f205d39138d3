import { Autocomplete } from '@mantine/core'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'

type NameFieldProps = {
  label: string
  hint: string
  button: string
  /** Names to offer for what is typed. */
  suggest: (text: string) => string[]
  /** How an offered name reads; it is the name that is taken. */
  optionText?: (name: string) => string
  /** Takes the name, or says why it cannot. */
  onAdd: (name: string) => string | null
}

/** A text field that offers names while one is typed and takes any other name too. */
export function NameField({ label, hint, button, suggest, optionText, onAdd }: NameFieldProps): ReactNode {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = (name: string) => {
    if (name.trim() === '') return
    const refused = onAdd(name.trim())
    setRefusal(refused)
    if (refused === null) setText('')
  }
  const change = (next: string) => {
    setText(next)
    setRefusal(null)
  }
  return (
    <form
      className="name-field"
      onSubmit={(event) => {
        event.preventDefault()
        add(text)
      }}
    >
      <Autocomplete
        size="xs"
        aria-label={label}
        placeholder={hint}
        data={suggest(text)}
        // What is offered is already chosen; Mantine's own filter would only know names that hold the text.
        filter={({ options }) => options}
        renderOption={({ option }) => optionText?.(option.value) ?? option.value}
        value={text}
        onChange={change}
        onOptionSubmit={(name) => {
          add(name)
          // Mantine writes the chosen name into the field after this.
          queueMicrotask(() => setText(''))
        }}
        error={refusal}
        maxDropdownHeight={300}
        spellCheck={false}
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      />
      <Button onClick={() => add(text)}>{button}</Button>
    </form>
  )
}
