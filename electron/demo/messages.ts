import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { readBody } from './body-fields.ts'
import { readParts, readTurns } from './chat-request.ts'
import type { Call } from './demo-state.ts'
import { type Generation, joined } from './generation.ts'
import { infer, modelName } from './inference.ts'
import { type InferenceRequest, PLAIN_REQUEST } from './inference-request.ts'
import { messagesEvents } from './messages-stream.ts'
import type { Reply } from './reply.ts'

/** POST /v1/messages, the Anthropic form (reference 6.1). */
export function messages(call: Call): Reply {
  const fields = readBody(call.body)
  const system = readParts(fields, 'system')
  const stop = fields.texts('stop_sequences')
  const request: InferenceRequest = {
    ...PLAIN_REQUEST,
    turns: [
      ...(system.length === 0 ? [] : [{ role: 'system', parts: system }]),
      ...readTurns(fields, 'messages'),
    ],
    stream: fields.flag('stream'),
    maxTokens: fields.count('max_tokens') ?? fields.missing('max_tokens'),
    stop,
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    given: stop.length === 0 ? [] : ['stop'],
    model: modelName(call, fields.text('model'), () => fields.missing('model')),
  }
  const generation = infer(call, 'chat', request)
  if (request.stream) return streamedAnswer(call, generation, messagesEvents(generation))
  const content = [{ type: 'text', text: joined(generation.choices[0].text) }]
  const usage = { ...messagesInputUsage(generation), output_tokens: messagesOutputTokens(generation) }
  return wholeAnswer(call, generation, {
    ...messageStart(generation),
    content,
    ...messageEnd(generation),
    usage,
  })
}

export function messageStart(generation: Generation): object {
  return { id: generation.id, type: 'message', role: 'assistant', content: [], model: generation.model }
}

export function messageEnd(generation: Generation): object {
  const [{ finish, stoppedBy }] = generation.choices
  const ended = stoppedBy === null ? 'end_turn' : 'stop_sequence'
  return { stop_reason: finish === 'length' ? 'max_tokens' : ended, stop_sequence: stoppedBy }
}

/** As in Anthropic's own API, `input_tokens` leaves the cached part out: the whole prompt is the sum. */
export function messagesInputUsage(generation: Generation): object {
  const { prompt, cached } = generation.counts
  return {
    input_tokens: prompt - cached,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: cached,
  }
}

/** There is no field for reasoning here, so what is billed as output stands in one number. */
export function messagesOutputTokens(generation: Generation): number {
  return generation.counts.completion + generation.counts.reasoning
}
