import type { Generation } from './generation.ts'
import { messageEnd, messageStart, messagesInputUsage, messagesOutputTokens } from './messages-body.ts'
import type { StreamEvent } from './reply.ts'

/** Anthropic's published event sequence; how the service itself streams this was never recorded (reference 6.1). */
export function* messagesEvents(generation: Generation): Generator<StreamEvent> {
  const start = {
    ...messageStart(generation),
    stop_reason: null,
    stop_sequence: null,
    usage: { ...messagesInputUsage(generation), output_tokens: 0 },
  }
  yield event('message_start', { message: start })
  yield event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } })
  yield event('ping', {})
  for (const piece of generation.choices[0].text) {
    const delta = { type: 'text_delta', text: piece.text }
    yield event('content_block_delta', { index: 0, delta }, piece.tokens)
  }
  yield event('content_block_stop', { index: 0 })
  const usage = { output_tokens: messagesOutputTokens(generation) }
  yield event('message_delta', { delta: messageEnd(generation), usage })
  yield event('message_stop', {})
}

function event(type: string, body: object, tokens = 0): StreamEvent {
  return { name: type, data: { type, ...body }, tokens }
}
