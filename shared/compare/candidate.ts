import { resolveModel } from '../catalog/alias.ts'
import type { ImageModel, LanguageModel } from '../catalog/model.ts'
import { type NearModel, nearModels } from '../catalog/near-models.ts'
import type { Rates } from '../pricing/price-schema.ts'
import { ratesOf } from '../pricing/rates.ts'
import { requestTokens, type Workload } from './workload.ts'

/** Something whose prices can be compared: a model of the key's own list, or a vendor's public price. */
export type Candidate = {
  /** As it was asked for: an id or alias, or `vendor/model` for a reference. Tells candidates apart. */
  name: string
  modelId: string
  rates: Rates
  /** Tokens that prompt and answer may have together; `null` when nobody says. */
  contextLength: number | null
  /** `null` when nobody says. */
  takesImages: boolean | null
  source: 'live' | 'reference'
}

/** What a chosen name came to. `image-model`: it makes images, which are not paid by the token. */
export type Choice =
  | { kind: 'candidate'; candidate: Candidate; alias: boolean; pinned: boolean }
  | { kind: 'image-model'; name: string; modelId: string }
  | { kind: 'unknown'; name: string; near: NearModel<LanguageModel>[] }

/** Looks a name up in the lists of the key: exact id, alias, image-generation model, or unknown with near names. */
export function choiceOf(
  name: string,
  { models, imageModels }: { models: readonly LanguageModel[]; imageModels: readonly ImageModel[] },
): Choice {
  const found = resolveModel(name, models)
  if (found.kind !== 'unknown') {
    const { kind, model, pinned } = found
    return { kind: 'candidate', candidate: liveCandidate(name, model), alias: kind === 'alias', pinned }
  }
  const image = resolveModel(name, imageModels)
  if (image.kind !== 'unknown') return { kind: 'image-model', name, modelId: image.model.id }
  return { kind: 'unknown', name, near: nearModels(name, models) }
}

function liveCandidate(name: string, model: LanguageModel): Candidate {
  const { id, inputModalities, contextLength } = model
  return {
    name,
    modelId: id,
    rates: ratesOf(model),
    contextLength,
    takesImages: inputModalities.length === 0 ? null : inputModalities.includes('image'),
    source: 'live',
  }
}

/** Why a candidate cannot do the work, whatever it costs. */
export type Obstacle = 'too-long' | 'no-images'

/** What stands in the way of a request of this workload; `null` when nothing known does. */
export function obstacleOf({ contextLength, takesImages }: Candidate, workload: Workload): Obstacle | null {
  const { promptTokens, imageTokens, answerTokens, reasoningTokens } = requestTokens(workload)
  if (imageTokens > 0 && takesImages === false) return 'no-images'
  const needed = promptTokens + answerTokens + reasoningTokens
  return contextLength !== null && needed > contextLength ? 'too-long' : null
}
