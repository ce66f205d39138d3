import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NumberFacts, readNumber } from './parameter-facts.ts'

type NumberParameterProps = {
  facts: NumberFacts
  value: number | undefined
  note: ReactNode
  onChange: (value: number | undefined) => void
}

/** A number that is sent only when something stands in the box. What cannot be sent is said, and not sent. */
export function NumberParameter({ facts, value, note, onChange }: NumberParameterProps): ReactNode {
  const { t } = useTranslation('playground')
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === undefined ? '' : String(value))
  const wrong = readNumber(text, facts) === 'wrong'
  const { least, most } = facts
  const range = least === null ? t('parameters.whole') : t('parameters.from', { least })
  return (
    <TextInput
      label={t(`parameters.name.${facts.name}`)}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      placeholder={t('parameters.default')}
      value={text}
      error={wrong ? (most === null ? range : t('parameters.between', { least: least ?? '', most })) : null}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const read = readNumber(next, facts)
        // What cannot be sent is not sent, and neither is what stood there before.
        onChange(typeof read === 'number' ? read : undefined)
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
