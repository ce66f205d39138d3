import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberParameter } from '../setup/number-parameter.tsx'
import { NUMBERS } from '../setup/parameter-facts.ts'

type SetupColumnProps = {
  number: number
  models: readonly LanguageModel[]
  setup: ChatSetup
  onChange: (setup: ChatSetup) => void
  onDrop: (() => void) | null
}

/** One model of the comparison with the parameters one compares most; the others are those of the conversation. */
export function SetupColumn({ number, models, setup, onChange, onDrop }: SetupColumnProps): ReactNode {
  const { t } = useTranslation('playground')
  const { temperature: _, reasoningEffort: __, ...others } = setup.parameters
  const { temperature, reasoningEffort } = setup.parameters
  const withParts = (heat: number | undefined, effort: string | undefined) =>
    onChange({
      ...setup,
      parameters: {
        ...others,
        ...(heat === undefined ? {} : { temperature: heat }),
        ...(effort === undefined ? {} : { reasoningEffort: effort }),
      },
    })
  const listed = models.some(({ id }) => id === setup.model)
  const [facts] = NUMBERS
  return (
    <fieldset className="setup-column">
      <legend>{t('compare.column', { number })}</legend>
      <select
        aria-label={t('compare.column', { number })}
        value={setup.model}
        onChange={(event) => onChange({ ...setup, model: event.currentTarget.value })}
      >
        {!listed && <option value={setup.model}>{setup.model}</option>}
        {models.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
      {facts !== undefined && (
        <NumberParameter
          facts={facts}
          value={temperature}
          note={null}
          onChange={(heat) => withParts(heat, reasoningEffort)}
        />
      )}
      <TextInput
        label={t('compare.effort')}
        placeholder={t('parameters.default')}
        value={reasoningEffort ?? ''}
        onChange={(event) => {
          const effort = event.currentTarget.value.trim()
          withParts(temperature, effort === '' ? undefined : effort)
        }}
      />
      {onDrop !== null && <Button onClick={onDrop}>{t('compare.drop')}</Button>}
    </fieldset>
  )
}
