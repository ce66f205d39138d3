import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allNames } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { AccessNote } from '../../app/access/access-note.tsx'
import { useKeyAccess } from '../../app/access/use-key-access.ts'

type ModelPickerProps = {
  label: string
  models: readonly LanguageModel[]
  /** An id or alias, also one that the list does not have; `null` while there is none to choose. */
  value: string | null
  onChange: (name: string) => void
}

/** Every name that can be counted with: a tokenizer belongs to a model, and an alias stands for one. */
export function ModelPicker({ label, models, value, onChange }: ModelPickerProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  const access = useKeyAccess()
  const answerFor = (name: string) => access.of('tokenize', allNames(name, models))
  const optionText = (name: string) => access.optionText(name, answerFor(name))
  const ids = models.map(({ id }) => id)
  const aliases = [...new Set(models.flatMap((model) => model.aliases))].filter((name) => !ids.includes(name))
  const listed = value !== null && (ids.includes(value) || aliases.includes(value))
  return (
    <div>
      <NativeSelect
        label={label}
        className="model-picker"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {value === null && <option value="">{t('noModel')}</option>}
        {value !== null && !listed && <option value={value}>{t('notListed', { name: value })}</option>}
        <optgroup label={t('models')}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {optionText(id)}
            </option>
          ))}
        </optgroup>
        {aliases.length > 0 && (
          <optgroup label={t('aliases')}>
            {aliases.map((alias) => (
              <option key={alias} value={alias}>
                {optionText(alias)}
              </option>
            ))}
          </optgroup>
        )}
      </NativeSelect>
      {value !== null && <AccessNote answer={answerFor(value)} />}
    </div>
  )
}
