import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { invalidArgument } from './api-refusals.ts'
import { readBody } from './body-fields.ts'
import { readOptions, readTurns } from './chat-request.ts'
import { chatEvents, chatToolCall, cited } from './chat-stream.ts'
import { chatUsage } from './chat-usage.ts'
import type { Era } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { type Choice, type Generation, joined } from './generation.ts'
import { infer, modelName } from './inference.ts'
import { json, Refusal, type Reply } from './reply.ts'

/** POST /v1/chat/completions: plain, streamed, and deferred (reference 5, 6.4). */
export function chatCompletions(call: Call): Reply {
  const { era } = call.state
  const fields = readBody(call.body)
  const turns = readTurns(fields, 'messages')
  const named = fields.objects('messages').some((m) => m.text('role') !== 'user' && m.has('name'))
  const options = readOptions(fields)
  const includeUsage = fields.object('stream_options')?.flag('include_usage') === true
  const deferred = fields.flag('deferred')
  const model = modelName(call, fields.text('model'), () => fields.missing('model'))
  const generation = infer(call, 'chat', { ...options, model, turns }, () => {
    // Rejected although OpenAI takes it; the sentence is ours (reference 5.4).
    if (named) throw new Refusal(invalidArgument(era, 'Argument not supported: name'))
  })
  if (deferred) {
    call.state.deferred.keep(generation.id, chatCompletion(generation, era))
    return json({ request_id: generation.id })
  }
  if (options.stream) return streamedAnswer(call, generation, chatEvents(generation, era, includeUsage))
  return wholeAnswer(call, generation, chatCompletion(generation, era))
}

/** The body of a whole answer. */
export function chatCompletion(generation: Generation, era: Era): object {
  return {
    id: generation.id,
    object: 'chat.completion',
    created: generation.created,
    model: generation.model,
    choices: generation.choices.map((choice, index) => ({
      index,
      message: message(choice),
      finish_reason: choice.finish,
    })),
    usage: chatUsage(generation, era),
    ...cited(generation),
    ...(era === 'C' ? { service_tier: generation.priority ? 'priority' : 'default' } : {}),
    system_fingerprint: generation.fingerprint,
  }
}

function message(choice: Choice): object {
  return {
    role: 'assistant',
    content: joined(choice.text),
    ...(choice.reasoning.length === 0 ? {} : { reasoning_content: joined(choice.reasoning) }),
    ...(choice.calls.length === 0 ? {} : { tool_calls: choice.calls.map(chatToolCall) }),
    refusal: null,
  }
}
