import { chatUsage } from './chat-usage.ts'
import type { Era } from './demo-model.ts'
import type { Choice, Generation } from './generation.ts'
import { DONE, type StreamEvent } from './reply.ts'
import type { Piece } from './tokenizer.ts'
import type { DemoCall } from './tool-answer.ts'

/** The chunks of a chat completion in the manner of the era (reference 5.3). */
export function* chatEvents(generation: Generation, era: Era, includeUsage: boolean): Generator<StreamEvent> {
  if (era === 'A') {
    yield* eagerEvents(generation)
  } else {
    yield* takingTurns(
      generation.choices.map((choice, index) => choiceEvents(generation, era, choice, index)),
    )
    const last = { ...cited(generation), ...(includeUsage ? { usage: chatUsage(generation, era) } : {}) }
    if (Object.keys(last).length > 0) yield chunk(generation, era, { choices: [], ...last }, 0)
  }
  yield DONE
}

/** Citations come with the last chunk alone (reference 5.3). */
export function cited({ citations }: Generation): object {
  return citations.length === 0 ? {} : { citations }
}

/** Several choices come mixed, as models make them side by side. */
export function* takingTurns<T>(sources: readonly Generator<T>[]): Generator<T> {
  let open = [...sources]
  while (open.length > 0) {
    const still: Generator<T>[] = []
    for (const source of open) {
      const next = source.next()
      if (next.done) continue
      yield next.value
      still.push(source)
    }
    open = still
  }
}

/** A call as chat completions tell it, whole also in a stream (reference 5.3). */
export function chatToolCall({ id, name, arguments: args }: DemoCall): object {
  return { id, function: { name, arguments: args }, type: 'function' }
}

/** Early 2025: role in every delta, cumulative usage in every chunk, finish on the last chunk with text. */
function* eagerEvents(generation: Generation): Generator<StreamEvent> {
  let sent = 0
  for (const [index, choice] of generation.choices.entries()) {
    const list = choice.text.length === 0 ? [{ text: '', tokens: 0 }] : choice.text
    for (const [at, piece] of list.entries()) {
      sent += piece.tokens
      const finish = at === list.length - 1 ? { finish_reason: choice.finish } : {}
      const calls = choice.calls.map((call, number) => ({ ...chatToolCall(call), index: number }))
      const tools = calls.length === 0 ? {} : { tool_calls: calls }
      const delta = { content: piece.text, role: 'assistant', ...tools }
      const isLast = at === list.length - 1 && index === generation.choices.length - 1
      const body = {
        ...{ choices: [{ index, delta, ...finish }], usage: chatUsage(generation, 'A', sent) },
        ...(isLast ? cited(generation) : {}),
      }
      yield chunk(generation, 'A', body, piece.tokens)
    }
  }
}

/** Later: role in the first delta only, reasoning before text, finish in a chunk of its own. */
function* choiceEvents(g: Generation, era: Era, choice: Choice, index: number): Generator<StreamEvent> {
  let role: { role?: string } = { role: 'assistant' }
  const deltas: [field: string, list: readonly Piece[]][] = [
    ['reasoning_content', choice.reasoning],
    ['content', choice.text],
  ]
  for (const [field, list] of deltas) {
    for (const piece of list) {
      const delta = { [field]: piece.text, ...role }
      yield chunk(g, era, { choices: [{ index, delta }] }, piece.tokens)
      role = {}
    }
  }
  for (const [at, call] of choice.calls.entries()) {
    const tool_calls = [{ ...chatToolCall(call), index: at }]
    yield chunk(g, era, { choices: [{ index, delta: { tool_calls, ...role } }] }, 4)
    role = {}
  }
  yield chunk(g, era, { choices: [{ index, delta: { ...role }, finish_reason: choice.finish }] }, 0)
}

function chunk(generation: Generation, era: Era, body: object, tokens: number): StreamEvent {
  const data = {
    id: generation.id,
    object: 'chat.completion.chunk',
    created: generation.created,
    model: generation.model,
    ...body,
    ...(era === 'C' ? { service_tier: generation.priority ? 'priority' : 'default' } : {}),
    system_fingerprint: generation.fingerprint,
  }
  return { name: null, data, tokens }
}
