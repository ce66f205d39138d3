import { type Generation, joined } from './generation.ts'

/** What an answer of /v1/messages begins with (reference 6.1). */
export function messageStart(generation: Generation): object {
  return { id: generation.id, type: 'message', role: 'assistant', content: [], model: generation.model }
}

/** Blocks of the answer: its text, or the tools that it calls. */
export function messageContent(generation: Generation): object[] {
  const [{ text, calls }] = generation.choices
  if (calls.length === 0) return [{ type: 'text', text: joined(text) }]
  return calls.map(({ id, name, arguments: args }) => ({
    type: 'tool_use',
    id,
    name,
    input: JSON.parse(args),
  }))
}

/** Why it ended. */
export function messageEnd(generation: Generation): object {
  const [{ finish, stoppedBy }] = generation.choices
  const ended = stoppedBy === null ? 'end_turn' : 'stop_sequence'
  const reasons = { length: 'max_tokens', tool_calls: 'tool_use', stop: ended }
  return { stop_reason: reasons[finish], stop_sequence: stoppedBy }
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
