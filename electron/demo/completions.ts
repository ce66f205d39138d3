import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { invalidArgument } from './api-refusals.ts'
import { readBody } from './body-fields.ts'
import { readOptions } from './chat-request.ts'
import { takingTurns } from './chat-stream.ts'
import { chatUsage } from './chat-usage.ts'
import type { Era } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { type Choice, type Generation, joined } from './generation.ts'
import { infer, modelName } from './inference.ts'
import { DONE, Refusal, type Reply, type StreamEvent } from './reply.ts'

/** This endpoint ignores what it does not know. */
const NO_TOOLS = { tools: [], format: { kind: 'text' } } as const

/** POST /v1/completions, legacy, not for reasoning models (reference 6.2). A list of prompts is read as one text. */
export function completions(call: Call): Reply {
  const { era } = call.state
  const fields = readBody(call.body)
  if (!fields.has('prompt')) return fields.missing('prompt')
  const text = fields.texts('prompt').join('\n')
  const options = readOptions(fields)
  const includeUsage = fields.object('stream_options')?.flag('include_usage') === true
  const model = modelName(call, fields.text('model'), () => fields.missing('model'))
  const turns = [{ role: 'user', parts: [{ kind: 'text' as const, text }] }]
  const generation = infer(call, 'sample', { ...options, ...NO_TOOLS, model, turns }, (entry) => {
    if (entry.reasoning === null) return
    throw new Refusal(invalidArgument(era, `Model ${entry.id} does not support the completions endpoint.`))
  })
  if (options.stream) {
    return streamedAnswer(call, generation, completionEvents(generation, era, includeUsage))
  }
  const choices = generation.choices.map((choice, index) => ({
    index,
    text: joined(choice.text),
    finish_reason: choice.finish,
  }))
  return wholeAnswer(call, generation, body(generation, { choices, usage: usageOf(generation, era) }))
}

function* completionEvents(generation: Generation, era: Era, includeUsage: boolean): Generator<StreamEvent> {
  yield* takingTurns(generation.choices.map((choice, index) => choiceEvents(generation, choice, index)))
  if (includeUsage || era === 'A') {
    const data = body(generation, { choices: [], usage: usageOf(generation, era) })
    yield { name: null, data, tokens: 0 }
  }
  yield DONE
}

function* choiceEvents(generation: Generation, choice: Choice, index: number): Generator<StreamEvent> {
  for (const piece of choice.text) {
    const data = body(generation, { choices: [{ index, text: piece.text }] })
    yield { name: null, data, tokens: piece.tokens }
  }
  const data = body(generation, { choices: [{ index, text: '', finish_reason: choice.finish }] })
  yield { name: null, data, tokens: 0 }
}

/** Early 2025 gave the three counts and nothing else. */
function usageOf(generation: Generation, era: Era): object {
  const { prompt, completion } = generation.counts
  if (era !== 'A') return chatUsage(generation, era)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function body(generation: Generation, rest: object): object {
  return {
    id: generation.id,
    object: 'text_completion',
    created: generation.created,
    model: generation.model,
    ...rest,
    system_fingerprint: generation.fingerprint,
  }
}
