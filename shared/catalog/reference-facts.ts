import { fieldOf, type JsonEntry } from './json-entry.ts'
import type { ImageModel, LanguageModel } from './model.ts'
import type { ReferenceFact, Retirement } from './reference-fact.ts'
import { type FactEntry, REFERENCE_FACTS } from './reference-facts-data.ts'

export type { ReferenceFact } from './reference-fact.ts'

/** What the API could call each fact one day; a field of that name makes ours step back. */
const API_FIELDS: Record<ReferenceFact['kind'], readonly string[]> = {
  'context-length': ['context_length', 'context_window', 'max_prompt_length'],
  'knowledge-cutoff': ['knowledge_cutoff', 'training_cutoff'],
  'first-seen': ['created', 'release_date'],
  retirement: ['deprecated', 'deprecation_date', 'retired', 'retirement_date', 'sunset_date'],
  'image-limits': ['image_limits', 'max_image_size'],
}

/**
 * The facts of a model for which the API gave nothing itself. By exact id: what an alias stands for is the list's to
 * say. Image limits only for a language model whose list says that it takes images. Never throws.
 */
export function factsOf(model: LanguageModel | ImageModel): ReferenceFact[] {
  return REFERENCE_FACTS.flatMap((entry) =>
    isOf(entry, model) && !isTold(entry.fact, model) ? [entry.fact] : [],
  )
}

/** What is known of the retirement of a name, whether a list has it as an id or as an alias. */
export function retirementOf(name: string): Retirement | null {
  for (const { ids, fact } of REFERENCE_FACTS) {
    if (fact.kind === 'retirement' && ids !== 'takes-images' && ids.includes(name)) return fact
  }
  return null
}

export type ContextWindow = { tokens: number; from: 'api' | 'reference' }

/** The context length in tokens, the API's own where it gives one; `null` = unknown. */
export function contextWindowOf(model: LanguageModel): ContextWindow | null {
  if (model.contextLength !== null) return { tokens: model.contextLength, from: 'api' }
  const fact = factsOf(model).find((one) => one.kind === 'context-length')
  return fact === undefined ? null : { tokens: fact.tokens, from: 'reference' }
}

function isOf({ ids }: FactEntry, model: LanguageModel | ImageModel): boolean {
  if (ids !== 'takes-images') return ids.includes(model.id)
  return 'prices' in model && model.inputModalities.includes('image')
}

function isTold({ kind }: ReferenceFact, model: LanguageModel | ImageModel): boolean {
  if (kind === 'context-length' && 'contextLength' in model && model.contextLength !== null) return true
  if (kind === 'first-seen' && model.created !== null) return true
  const entries = 'rawModel' in model && model.rawModel !== null ? [model.raw, model.rawModel] : [model.raw]
  return entries.some((entry) => API_FIELDS[kind].some((field) => says(entry, field)))
}

function says(entry: JsonEntry, field: string): boolean {
  const value = fieldOf(entry, field)
  return value !== undefined && value !== null && value !== 0
}
