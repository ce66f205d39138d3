import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protocol } from '../../../../shared/chat/protocol.ts'

const OF_XAI: readonly Protocol[] = ['chat', 'responses', 'messages', 'completions', 'complete', 'deferred']

/** Which of the server's ways to ask is used. Segmind has one of its own, and only that. */
export function ProtocolSelect({
  value,
  onChange,
}: {
  value: Protocol
  onChange: (value: Protocol) => void
}): ReactNode {
  const { t } = useTranslation('playground')
  const shown: readonly Protocol[] = value === 'segmind' ? ['segmind'] : OF_XAI
  return (
    <NativeSelect
      size="xs"
      label={t('api.label')}
      title={t(`api.about.${value}`)}
      value={value}
      onChange={(event) => {
        const chosen = shown.find((protocol) => protocol === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {shown.map((protocol) => (
        <option key={protocol} value={protocol}>
          {t(`api.name.${protocol}`)}
        </option>
      ))}
    </NativeSelect>
  )
}
