import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { readBody } from './body-fields.ts'
import { readParts, readTurns } from './chat-request.ts'
import type { Call } from './demo-state.ts'
import { infer, modelName } from './inference.ts'
import { type InferenceRequest, PLAIN_REQUEST } from './inference-request.ts'
import {
  messageContent,
  messageEnd,
  messageStart,
  messagesInputUsage,
  messagesOutputTokens,
} from './messages-body.ts'
import { messagesEvents } from './messages-stream.ts'
import type { Reply } from './reply.ts'
import { readTools } from './tool-request.ts'

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
    tools: readTools(fields),
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    given: stop.length === 0 ? [] : ['stop'],
    model: modelName(call, fields.text('model'), () => fields.missing('model')),
  }
  const generation = infer(call, 'chat', request)
  if (request.stream) return streamedAnswer(call, generation, messagesEvents(generation))
  const content = messageContent(generation)
  const usage = { ...messagesInputUsage(generation), output_tokens: messagesOutputTokens(generation) }
  return wholeAnswer(call, generation, {
    ...messageStart(generation),
    content,
    ...messageEnd(generation),
    usage,
  })
}
