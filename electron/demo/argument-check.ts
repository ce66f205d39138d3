import { apiError } from './api-error.ts'
import { invalidArgument } from './api-refusals.ts'
import type { DemoModel, Era } from './demo-model.ts'
import type { InferenceRequest } from './inference-request.ts'
import type { MeasuredPrompt } from './prompt.ts'
import { Refusal, type Reply } from './reply.ts'

/** Check 5 of reference 5.7, in the words of reference 7. Throws `Refusal`. */
export function checkArguments(request: InferenceRequest, model: DemoModel, era: Era): void {
  const reply =
    liveSearchGone(request, era) ??
    unsupportedArgument(request, model, era) ??
    wrongEffort(request, model, era) ??
    outOfRange(request, era) ??
    wrongContent(request, model, era)
  if (reply !== null) throw new Refusal(reply)
}

/** The last argument check: it needs the tokens. Throws `Refusal`. */
export function checkPromptLength(prompt: MeasuredPrompt, model: DemoModel, era: Era): void {
  if (prompt.total <= model.contextLength) return
  const error = `This model's maximum prompt length is ${model.contextLength} but the request contains ${prompt.total} tokens.`
  throw new Refusal(invalidArgument(era, error))
}

function liveSearchGone(request: InferenceRequest, era: Era): Reply | null {
  if (era !== 'C' || request.liveSearch === null) return null
  return apiError(era, 'gone', 'Live search is deprecated. Please switch to the Agent Tools API')
}

function unsupportedArgument(request: InferenceRequest, model: DemoModel, era: Era): Reply | null {
  const name = request.given.find((one) => model.unsupported.includes(one))
  return name === undefined ? null : invalidArgument(era, `Argument not supported on this model: ${name}`)
}

function wrongEffort(request: InferenceRequest, model: DemoModel, era: Era): Reply | null {
  if (request.effort === null) return null
  const levels = model.reasoning?.efforts ?? []
  if (levels.includes(request.effort)) return null
  if (levels.length > 0) return invalidArgument(era, 'Invalid reasoning effort.')
  return invalidArgument(
    era,
    era === 'C'
      ? `Model ${model.id} does not support parameter reasoningEffort.`
      : 'Argument not supported on this model: reasoningEffort',
  )
}

/** The ranges are the documented ones (reference 5.4), the sentences ours: no capture was found. */
function outOfRange(request: InferenceRequest, era: Era): Reply | null {
  const limits = [
    ['temperature', request.temperature ?? 0, 0, 2],
    ['topP', request.topP ?? 1, 0, 1],
    ['n', request.choices, 1, 16],
    ['maxTokens', request.maxTokens ?? 1, 1, Number.MAX_SAFE_INTEGER],
    ['stop', request.stop.length, 0, 4],
  ] as const
  const broken = limits.find(([, value, least, most]) => value < least || value > most)
  if (broken === undefined) return null
  const [name, , least, most] = broken
  return invalidArgument(era, `Invalid value for ${name}: it must be between ${least} and ${most}.`)
}

function wrongContent(request: InferenceRequest, model: DemoModel, era: Era): Reply | null {
  const sees = model.inputModalities.includes('image')
  if (request.turns.length === 0) return invalidArgument(era, 'Invalid request content: Empty messages.')
  for (const turn of request.turns) {
    const isEmpty = turn.parts.every((part) => part.kind === 'text' && part.text === '')
    // An assistant turn that only called tools has no content, a tool may have nothing to say, and that is fine.
    const isPrompt = turn.role !== 'assistant' && turn.role !== 'tool'
    if (isEmpty && isPrompt) {
      const error = 'Invalid request content: Each message must have at least one content element.'
      return invalidArgument(era, error)
    }
    if (!sees && isPrompt && (turn.parts.length > 1 || turn.parts.some((part) => part.kind === 'image'))) {
      return invalidArgument(era, 'The model expects a single `text` element per message.')
    }
  }
  return null
}
