import { type LanguageModel, parseLanguageModels } from '../../../../shared/catalog/language-model.ts'

/** A model as the parser makes it from an entry with this id. */
export function modelOf(id: string, entry: Readonly<Record<string, unknown>> = {}): LanguageModel {
  const [model] = parseLanguageModels({ ...entry, id }).models
  if (model === undefined) throw new Error(`${id} is no usable id`)
  return model
}
