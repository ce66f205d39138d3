import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { JsonParameter } from './json-parameter.tsx'
import { readSchema } from './read-tools.ts'

type Format = NonNullable<ChatParameters['responseFormat']>
type Kind = 'default' | Format['kind']

const KINDS: readonly Kind[] = ['default', 'text', 'json-object', 'json-schema']

type ResponseFormatProps = { value: Format | undefined; onChange: (value: Format | undefined) => void }

/** Text, any JSON, or JSON of a schema. The schema is sent once it is whole. */
export function ResponseFormat({ value, onChange }: ResponseFormatProps): ReactNode {
  const { t } = useTranslation('playground')
  const [kind, setKind] = useState<Kind>(value?.kind ?? 'default')
  const choose = (next: Kind) => {
    setKind(next)
    if (next === 'text' || next === 'json-object') onChange({ kind: next })
    else onChange(undefined)
  }
  const options = KINDS.map((one) => ({ value: one, label: t(`parameters.format.${one}`) }))
  return (
    <div className="parameter-group">
      <span className="parameter-label">{t('parameters.name.responseFormat')}</span>
      <Segmented
        label={t('parameters.name.responseFormat')}
        value={kind}
        options={options}
        onChange={choose}
      />
      {kind === 'json-schema' && (
        <JsonParameter
          label={t('parameters.schema')}
          hint={t('parameters.schemaHint')}
          value={value?.kind === 'json-schema' ? withoutKind(value) : undefined}
          read={(json) => (readSchema(json) === null ? null : json)}
          onChange={(json) => onChange(json === undefined ? undefined : (readSchema(json) ?? undefined))}
        />
      )}
    </div>
  )
}

function withoutKind({ kind: _, ...rest }: Extract<Format, { kind: 'json-schema' }>): unknown {
  return rest
}
