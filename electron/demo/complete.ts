import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { readBody } from './body-fields.ts'
import type { Call } from './demo-state.ts'
import { type Generation, joined } from './generation.ts'
import { infer, modelName } from './inference.ts'
import { type InferenceRequest, PLAIN_REQUEST } from './inference-request.ts'
import type { Reply, StreamEvent } from './reply.ts'

/** POST /v1/complete, Anthropic's legacy form: it tells no usage at all (reference 6.2). */
export function complete(call: Call): Reply {
  const fields = readBody(call.body)
  const stop = fields.texts('stop_sequences')
  const request: InferenceRequest = {
    ...PLAIN_REQUEST,
    turns: [{ role: 'user', parts: [{ kind: 'text', text: fields.requiredText('prompt') }] }],
    stream: fields.flag('stream'),
    maxTokens: fields.count('max_tokens_to_sample') ?? fields.missing('max_tokens_to_sample'),
    stop,
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    given: stop.length === 0 ? [] : ['stop'],
    model: modelName(call, fields.text('model'), () => fields.missing('model')),
  }
  const generation = infer(call, 'sample', request)
  if (request.stream) return streamedAnswer(call, generation, completeEvents(generation))
  return wholeAnswer(
    call,
    generation,
    body(generation, joined(generation.choices[0].text), reason(generation)),
  )
}

/** Each event holds only its own piece of text, the last one the reason. */
function* completeEvents(generation: Generation): Generator<StreamEvent> {
  for (const piece of generation.choices[0].text) {
    yield { name: 'completion', data: body(generation, piece.text, null), tokens: piece.tokens }
  }
  yield { name: 'completion', data: body(generation, '', reason(generation)), tokens: 0 }
}

function reason(generation: Generation): string {
  return generation.choices[0].finish === 'length' ? 'max_tokens' : 'stop_sequence'
}

function body(generation: Generation, completion: string, stopReason: string | null): object {
  return {
    type: 'completion',
    id: generation.id,
    completion,
    stop_reason: stopReason,
    model: generation.model,
  }
}
