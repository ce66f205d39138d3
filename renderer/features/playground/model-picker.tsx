import { NativeSelect } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allNames } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { formatPrice } from '../../../shared/money/price-unit.ts'
import { ratesOf } from '../../../shared/pricing/rates.ts'
import { AccessNote } from '../../app/access/access-note.tsx'
import { useKeyAccess } from '../../app/access/use-key-access.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { aliasChoices, isListed } from './model-choice.ts'

type ModelPickerProps = {
  models: readonly LanguageModel[]
  /** The list and its prices come from the demo server. */
  demo: boolean
  /** An id or alias; also one that is not in the list. */
  value: string
  onChange: (name: string) => void
}

/** Every model the server lists with its prices, and every other name that can be asked for. */
export function ModelPicker({ models, demo, value, onChange }: ModelPickerProps): ReactNode {
  const { t } = useTranslation('playground')
  const { preferences } = usePreferences()
  const access = useKeyAccess()
  return (
    <NativeSelect
      size="xs"
      label={t('model')}
      description={
        <>
          {t(`priceUnit.${preferences.priceUnit}`)} {demo && <DemoMark />}
          <AccessNote answer={access.of('chat', allNames(value, models))} />
        </>
      }
      inputWrapperOrder={['label', 'input', 'description']}
      className="model-picker"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!isListed(value, models) && <option value={value}>{t('notListed', { id: value })}</option>}
      <ModelOptions models={models} />
    </NativeSelect>
  )
}

/** Dozens of options that stay as they are: an answer that grows renders what stands around them with each piece. */
const ModelOptions = memo(({ models }: Pick<ModelPickerProps, 'models'>): ReactNode => {
  const { t } = useTranslation('playground')
  const access = useKeyAccess()
  const aliases = aliasChoices(models)
  return (
    <>
      <optgroup label={t('models')}>
        {models.map((model) => (
          <ModelOption key={model.id} model={model} />
        ))}
      </optgroup>
      {aliases.length > 0 && (
        <optgroup label={t('aliases')}>
          {aliases.map(({ alias, id }) => (
            <option key={alias} value={alias}>
              {access.optionText(t('aliasOption', { alias, id }), access.of('chat', allNames(alias, models)))}
            </option>
          ))}
        </optgroup>
      )}
    </>
  )
})

function ModelOption({ model }: { model: LanguageModel }): ReactNode {
  const { t } = useTranslation(['playground', 'ui'])
  const unit = usePreferences().preferences.priceUnit
  const access = useKeyAccess()
  const answer = access.of('chat', [model.id, ...model.aliases])
  const { input, output } = ratesOf(model)
  if (input === null && output === null) {
    return (
      <option value={model.id}>{access.optionText(t('optionUnpriced', { id: model.id }), answer)}</option>
    )
  }
  const text = (price: bigint | null) => (price === null ? t('ui:unknown') : formatPrice(price, unit))
  return (
    <option value={model.id}>
      {access.optionText(t('option', { id: model.id, input: text(input), output: text(output) }), answer)}
    </option>
  )
}
