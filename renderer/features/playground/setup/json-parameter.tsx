import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jsonOf } from '../../../../shared/json-of.ts'

type JsonParameterProps<Value> = {
  label: string
  hint: string
  value: Value | undefined
  /** The value as the parameter, or `null` when it has another form. */
  read: (json: unknown) => Value | null
  onChange: (value: Value | undefined) => void
}

/** JSON typed by hand. It counts once it is whole; an empty box is no parameter. */
export function JsonParameter<Value>(props: JsonParameterProps<Value>): ReactNode {
  const { t } = useTranslation('playground')
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (props.value === undefined ? '' : JSON.stringify(props.value, null, 2))
  const problem = problemOf(text, props.read)
  return (
    <Textarea
      label={props.label}
      description={props.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      className="json-box"
      rows={6}
      spellCheck={false}
      value={text}
      error={problem === null ? null : t(`parameters.json.${problem}`)}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const value = problemOf(next, props.read) === null ? props.read(jsonOf(next)) : null
        props.onChange(value ?? undefined)
      }}
    />
  )
}

function problemOf(text: string, read: (json: unknown) => unknown): 'syntax' | 'form' | null {
  if (text.trim() === '') return null
  const json = jsonOf(text)
  if (json === undefined) return 'syntax'
  return read(json) === null ? 'form' : null
}
