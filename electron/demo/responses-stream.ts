import { type Generation, joined } from './generation.ts'
import type { StreamEvent } from './reply.ts'
import { annotationsOf, callItems, messageItem, reasoningItem, textPart } from './responses-body.ts'
import { inPieces } from './tool-answer.ts'

type Numbered = (type: string, body: object, tokens?: number) => StreamEvent

/** The events of a response: named, numbered from 0, and no [DONE] at the end (reference 6.3). */
export function* responsesEvents(
  generation: Generation,
  response: (done: boolean) => object,
): Generator<StreamEvent> {
  let sequence = 0
  const event: Numbered = (type, body, tokens = 0) => {
    const data = { sequence_number: sequence, type, ...body }
    sequence += 1
    return { name: type, data, tokens }
  }
  yield event('response.created', { response: response(false) })
  yield event('response.in_progress', { response: response(false) })
  const reasons = reasoningItem(generation, null) !== null
  if (reasons) yield* reasoningEvents(generation, event)
  const at = reasons ? 1 : 0
  if (generation.choices[0].calls.length > 0) yield* callEvents(generation, event, at)
  else yield* messageEvents(generation, event, at)
  const cut = generation.choices[0].finish === 'length'
  yield event(cut ? 'response.incomplete' : 'response.completed', { response: response(true) })
}

function* reasoningEvents(generation: Generation, event: Numbered): Generator<StreamEvent> {
  const list = generation.choices[0].reasoning
  const text = joined(list)
  const at = { item_id: `rs_${generation.id}`, output_index: 0, summary_index: 0 }
  const part = (shown: string): object => ({ text: shown, type: 'summary_text' })
  yield event('response.output_item.added', { item: reasoningItem(generation, null), output_index: 0 })
  yield event('response.reasoning_summary_part.added', { ...at, part: part('') })
  for (const piece of list) {
    yield event('response.reasoning_summary_text.delta', { ...at, delta: piece.text }, piece.tokens)
  }
  yield event('response.reasoning_summary_text.done', { ...at, text })
  yield event('response.reasoning_summary_part.done', { ...at, part: part(text) })
  yield event('response.output_item.done', { item: reasoningItem(generation, text), output_index: 0 })
}

/** Here, unlike in chat, arguments come in pieces. */
function* callEvents(generation: Generation, event: Numbered, first: number): Generator<StreamEvent> {
  for (const [at, item] of callItems(generation).entries()) {
    const output_index = first + at
    const args = generation.choices[0].calls[at]?.arguments ?? ''
    const started = { ...item, arguments: '', status: 'in_progress' }
    const where = { item_id: item.id, output_index }
    yield event('response.output_item.added', { item: started, output_index })
    for (const delta of inPieces(args)) {
      yield event('response.function_call_arguments.delta', { ...where, delta }, 2)
    }
    yield event('response.function_call_arguments.done', { ...where, arguments: args })
    yield event('response.output_item.done', { item, output_index })
  }
}

function* messageEvents(generation: Generation, event: Numbered, index: number): Generator<StreamEvent> {
  const list = generation.choices[0].text
  const text = joined(list)
  const at = { content_index: 0, item_id: `msg_${generation.id}`, output_index: index }
  yield event('response.output_item.added', { item: messageItem(generation, null), output_index: index })
  yield event('response.content_part.added', { ...at, part: textPart('') })
  for (const piece of list) {
    yield event('response.output_text.delta', { ...at, delta: piece.text, logprobs: [] }, piece.tokens)
  }
  for (const [annotation_index, annotation] of annotationsOf(generation).entries())
    yield event('response.output_text.annotation.added', { ...at, annotation_index, annotation })
  yield event('response.output_text.done', { ...at, text })
  yield event('response.content_part.done', { ...at, part: textPart(text, annotationsOf(generation)) })
  yield event('response.output_item.done', { item: messageItem(generation, text), output_index: index })
}
