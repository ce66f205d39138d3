import { modelNotFound } from './api-refusals.ts'
import { checkArguments, checkPromptLength } from './argument-check.ts'
import { type DemoModel, findModel } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { type Generation, generate } from './generation.ts'
import type { InferenceRequest } from './inference-request.ts'
import { requireKeyForModel } from './key-check.ts'
import type { Endpoint } from './key-state.ts'
import { measurePrompt, type Turn } from './prompt.ts'
import { Refusal } from './reply.ts'

/**
 * Checks 3 to 6 of reference 5.7, in that order, for a request whose body has been read: model, key, arguments,
 * generation. `further` holds the endpoint's own argument checks. Throws `Refusal`.
 */
export function infer(
  call: Call,
  endpoint: Endpoint,
  request: InferenceRequest,
  further: (model: DemoModel) => void = () => {},
): Generation {
  const model = requireModel(call, request.model)
  requireKeyForModel(call, endpoint, model, request.model)
  checkArguments(request, model, call.state.era)
  further(model)
  const prompt = measurePrompt([...toolTurn(request), ...request.turns], model, call.state.era)
  checkPromptLength(prompt, model, call.state.era)
  return generate(call, request, model, prompt)
}

/** Descriptions of tools are read by the model, and billed, like a system turn before all others. */
function toolTurn({ tools }: InferenceRequest): Turn[] {
  if (tools.length === 0) return []
  return [{ role: 'system', parts: [{ kind: 'text', text: JSON.stringify(tools) }] }]
}

/** Check 3. Throws `Refusal`. */
export function requireModel(call: Call, name: string): DemoModel {
  const model = findModel(call.state.catalog.models, name)
  if (model === null) throw new Refusal(modelNotFound(call.state.era, name))
  return model
}

/** A request without a model is one for `latest` since 2026, which no list has (reference 7). */
export function modelName(call: Call, given: string | null, missing: () => never): string {
  return given ?? (call.state.era === 'C' ? 'latest' : missing())
}
