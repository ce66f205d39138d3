import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { ModelPicker } from './model-picker.tsx'
import { TextField } from './text-field.tsx'
import { modelOf, type SlotName, type TokenizerState } from './tokenizer-state.ts'
import type { TokenizerStore } from './tokenizer-store.ts'

type SlotProps = { name: SlotName; state: TokenizerState; store: TokenizerStore }

/** The model of a slot; where there are two, they are numbered. */
export function SlotModel({
  name,
  state,
  store,
  models,
}: SlotProps & { models: readonly LanguageModel[] }): ReactNode {
  const { t } = useTranslation('tokenizer')
  const choose = (model: string) => {
    store.choose(name, model)
    // Two texts are compared on one model.
    if (state.layout === 'two-texts') store.choose('b', model)
  }
  return (
    <ModelPicker
      label={
        state.layout === 'two-models'
          ? t('numbered', { label: t('model'), number: numberOf(name) })
          : t('model')
      }
      models={models}
      value={modelOf(state, name)}
      onChange={choose}
    />
  )
}

/** The text of a slot; where there are two, they are numbered. */
export function SlotText({ name, state, store }: SlotProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  return (
    <TextField
      label={
        state.layout === 'two-texts' ? t('numbered', { label: t('text'), number: numberOf(name) }) : t('text')
      }
      slot={state[name]}
      onType={(typed) => store.type(name, typed)}
      onFill={(text) => store.fill(name, text, null)}
      onEditAll={() => store.editAll(name)}
      onUndo={() => store.fill(name, state[name].before ?? '', null)}
    />
  )
}

function numberOf(name: SlotName): number {
  return name === 'a' ? 1 : 2
}
