import type { Generation } from './generation.ts'
import { messageEnd, messageStart, messagesInputUsage, messagesOutputTokens } from './messages-body.ts'
import type { StreamEvent } from './reply.ts'
import { inPieces } from './tool-answer.ts'

/** Anthropic's published event sequence; how the service itself streams this was never recorded (reference 6.1). */
export function* messagesEvents(generation: Generation): Generator<StreamEvent> {
  const start = {
    ...messageStart(generation),
    stop_reason: null,
    stop_sequence: null,
    usage: { ...messagesInputUsage(generation), output_tokens: 0 },
  }
  yield event('message_start', { message: start })
  if (generation.choices[0].calls.length === 0) yield* textBlock(generation)
  else yield* toolBlocks(generation)
  const usage = { output_tokens: messagesOutputTokens(generation) }
  yield event('message_delta', { delta: messageEnd(generation), usage })
  yield event('message_stop', {})
}

function* textBlock(generation: Generation): Generator<StreamEvent> {
  yield event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } })
  yield event('ping', {})
  for (const piece of generation.choices[0].text) {
    const delta = { type: 'text_delta', text: piece.text }
    yield event('content_block_delta', { index: 0, delta }, piece.tokens)
  }
  yield event('content_block_stop', { index: 0 })
}

function* toolBlocks(generation: Generation): Generator<StreamEvent> {
  for (const [index, call] of generation.choices[0].calls.entries()) {
    const block = { type: 'tool_use', id: call.id, name: call.name, input: {} }
    yield event('content_block_start', { index, content_block: block })
    for (const partial_json of inPieces(call.arguments)) {
      yield event('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json } }, 2)
    }
    yield event('content_block_stop', { index })
  }
}

function event(type: string, body: object, tokens = 0): StreamEvent {
  return { name: type, data: { type, ...body }, tokens }
}
