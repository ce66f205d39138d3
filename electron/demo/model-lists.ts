import { modelMissing } from './api-refusals.ts'
import type { DemoImageModel, DemoModel } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { requireKey } from './key-check.ts'
import { mayUseModel } from './key-state.ts'
import { imageModelBrief, imageModelEntry, languageModelEntry, modelEntry } from './model-entry.ts'
import { json, type Reply } from './reply.ts'

/** Lists show only what the key may use (reference 2.1), so a short list does not mean that models went away. */
export function languageModels(call: Call): Reply {
  requireKey(call, 'models')
  return json({
    models: allowed(call, call.state.catalog.models).map((one) => languageModelEntry(one, call.state.era)),
  })
}

/** Early 2025 echoed the name asked for and gave no fingerprint (reference 2.1). */
export function languageModel(call: Call): Reply {
  requireKey(call, 'models')
  const found = named(call, call.state.catalog.models)
  if (found === null) return modelMissing(call.state.era, call.id)
  const entry = languageModelEntry(found, call.state.era)
  if (call.state.era !== 'A') return json(entry)
  const { fingerprint: _, ...rest } = entry
  return json({ ...rest, id: call.id })
}

export function models(call: Call): Reply {
  requireKey(call, 'models')
  const { era, catalog } = call.state
  const data = [
    ...allowed(call, catalog.models).map((one) => modelEntry(one, era)),
    ...allowed(call, catalog.imageModels).map((one) => imageModelBrief(one, era)),
  ]
  return json({ data, object: 'list' })
}

export function model(call: Call): Reply {
  requireKey(call, 'models')
  const { era, catalog } = call.state
  const language = named(call, catalog.models)
  if (language !== null)
    return json({ ...modelEntry(language, era), ...(era === 'A' ? { id: call.id } : {}) })
  const image = named(call, catalog.imageModels)
  return image === null ? modelMissing(era, call.id) : json(imageModelBrief(image, era))
}

export function imageModels(call: Call): Reply {
  requireKey(call, 'models')
  const list = allowed(call, call.state.catalog.imageModels)
  return json({ models: list.map((one) => imageModelEntry(one, call.state.era)) })
}

export function imageModel(call: Call): Reply {
  requireKey(call, 'models')
  const found = named(call, call.state.catalog.imageModels)
  return found === null ? modelMissing(call.state.era, call.id) : json(imageModelEntry(found, call.state.era))
}

/** No embedding and no video model is sold in the demo; the service's embedding list is empty too. */
export function noModels(call: Call): Reply {
  requireKey(call, 'models')
  return json({ models: [] })
}

type Named = DemoModel | DemoImageModel

function allowed<T extends Named>(call: Call, list: readonly T[]): T[] {
  return list.filter((one) => mayUseModel(call.state.keyState, one))
}

function named<T extends Named>(call: Call, list: readonly T[]): T | null {
  const mine = allowed(call, list)
  return mine.find((one) => one.id === call.id) ?? mine.find((one) => one.aliases.includes(call.id)) ?? null
}
