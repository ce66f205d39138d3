import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allNames, resolveModel } from '../../../shared/catalog/alias.ts'
import { nearModels } from '../../../shared/catalog/near-models.ts'
import type { Choice } from '../../../shared/compare/candidate.ts'
import { nameSuggestions } from '../../../shared/compare/name-suggestions.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { useKeyAccess } from '../../app/access/use-key-access.ts'
import { ChosenModel, nameOf } from './chosen-model.tsx'
import { NameField } from './name-field.tsx'
import { MOST_MODELS } from './use-compare-state.ts'

const OFFERED = 12

type ModelChooserProps = {
  catalog: Catalog
  choices: readonly Choice[]
  onChange: (names: readonly string[]) => void
}

/** The chosen models with what each name stands for, and the field that adds one more. */
export function ModelChooser({ catalog, choices, onChange }: ModelChooserProps): ReactNode {
  const { t } = useTranslation('compare')
  const access = useKeyAccess()
  const names = choices.map(nameOf)
  const answerFor = (name: string) => access.of('chat', allNames(name, catalog.models))
  const add = (name: string): string | null => {
    if (names.length >= MOST_MODELS) return t('choose.full')
    const found = resolveModel(name, catalog.models)
    if (names.includes(name)) return t('choose.already', { name })
    if (found.kind === 'unknown' && resolveModel(name, catalog.imageModels).kind === 'unknown') {
      const near = nearModels(name, catalog.models).map((one) => one.name)
      return near.length === 0 ? t('choose.unknown') : t('choose.unknownNear', { near: near.join(', ') })
    }
    onChange([...names, name])
    return null
  }
  return (
    <section className="choose" aria-label={t('choose.heading')}>
      <ul className="chosen-models">
        {choices.map((choice) => (
          <ChosenModel
            key={nameOf(choice)}
            choice={choice}
            access={answerFor(nameOf(choice))}
            onRemove={() => onChange(names.filter((name) => name !== nameOf(choice)))}
            onReplace={(next) => onChange(names.map((name) => (name === nameOf(choice) ? next : name)))}
          />
        ))}
      </ul>
      <NameField
        label={t('choose.add')}
        hint={t('choose.addHint')}
        button={t('choose.button')}
        suggest={(text) => nameSuggestions(text, catalog.models, names, OFFERED)}
        optionText={(name) => access.optionText(name, answerFor(name))}
        onAdd={add}
      />
    </section>
  )
}
