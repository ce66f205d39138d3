import type { LanguageModel } from './model.ts'

/**
 * Whether the list says that the model reasons before it answers. A limit of the answer caps only what is visible then,
 * not the reasoning (reference 5.4). `false` also when the list is silent.
 */
export function thinks({ reasoningEfforts }: Pick<LanguageModel, 'reasoningEfforts'>): boolean {
  return reasoningEfforts !== null && reasoningEfforts.length > 0
}
