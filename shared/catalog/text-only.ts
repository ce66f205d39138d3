import { resolveModel } from './alias.ts'
import type { LanguageModel } from './model.ts'

/**
 * Whether a model, by its id or an alias, is known to take no images (reference 2.1, `input_modalities`). Only what the
 * list tells counts: a model that is not listed, or whose entry says nothing of images, may well take them.
 */
export function isTextOnly(name: string, models: readonly LanguageModel[]): boolean {
  const found = resolveModel(name, models)
  const modalities = found.kind === 'unknown' ? [] : found.model.inputModalities
  return modalities.length > 0 && !modalities.includes('image')
}
