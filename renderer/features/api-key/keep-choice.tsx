import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection, KeepKey } from '../../../shared/contract/connection.ts'

type KeepChoiceProps = {
  keyring: Connection['keyring']
  keep: KeepKey
  onChange: (keep: KeepKey) => void
}

/** With a keyring: encrypted or in memory. Without: in memory, or — only if chosen knowingly — weakly on disk. */
export function KeepChoice({ keyring, keep, onChange }: KeepChoiceProps): ReactNode {
  return keyring.available ? (
    <KeyringChoice backend={keyring.backend} keep={keep} onChange={onChange} />
  ) : (
    <WithoutKeyring weakPossible={keyring.weakPossible} keep={keep} onChange={onChange} />
  )
}

type ChoiceProps = Omit<KeepChoiceProps, 'keyring'>

function KeyringChoice({ backend, keep, onChange }: ChoiceProps & { backend: string | null }): ReactNode {
  const { t } = useTranslation('apiKey')
  const name = useId()
  const words = { strongest: t('keep.strongest', { backend: backend ?? '–' }), session: t('keep.session') }
  return (
    <fieldset className="keep-choice">
      <legend>{t('keep.label')}</legend>
      {(['strongest', 'session'] as const).map((way) => (
        <label key={way}>
          <input type="radio" name={name} checked={keep === way} onChange={() => onChange(way)} />
          {words[way]}
        </label>
      ))}
    </fieldset>
  )
}

function WithoutKeyring({
  weakPossible,
  keep,
  onChange,
}: ChoiceProps & { weakPossible: boolean }): ReactNode {
  const { t } = useTranslation('apiKey')
  const meaning = useId()
  return (
    <fieldset className="keep-choice">
      <legend>{t('keep.label')}</legend>
      <p>{t('keep.noKeyring')}</p>
      {weakPossible && (
        <>
          <label>
            <input
              type="checkbox"
              aria-describedby={meaning}
              checked={keep === 'weak'}
              onChange={(event) => onChange(event.currentTarget.checked ? 'weak' : 'session')}
            />
            {t('keep.weak')}
          </label>
          <p id={meaning} className="quiet">
            {t('keep.weakMeaning')}
          </p>
        </>
      )}
    </fieldset>
  )
}
