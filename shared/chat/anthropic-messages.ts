import type { Turn } from './content.ts'
import { sortedParts, textOf } from './turn-parts.ts'

type Fields = Record<string, unknown>

/**
 * `system` and `messages` of the Anthropic form. It knows two roles: system turns, wherever they stand, go to `system`
 * in their order, and results of tools are the user's.
 */
export function anthropicMessages(turns: readonly Turn[]): Fields {
  const system = turns.filter(({ role }) => role === 'system').map(({ parts }) => textOf(parts))
  return {
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    messages: turns.filter(({ role }) => role !== 'system').map(message),
  }
}

function message(turn: Turn): Fields {
  const { seen, calls, results } = sortedParts(turn)
  const role = turn.role === 'assistant' ? 'assistant' : 'user'
  if (calls.length + results.length === 0 && seen.every(({ kind }) => kind === 'text')) {
    return { role, content: textOf(seen) }
  }
  const blocks = [
    ...results.map(({ callId, text }) => ({ type: 'tool_result', tool_use_id: callId, content: text })),
    ...seen.map((part) =>
      part.kind === 'text'
        ? { type: 'text', text: part.text }
        : { type: 'image', source: { type: 'base64', media_type: part.type, data: part.base64 } },
    ),
    ...calls.map(({ id, name, arguments: args }) => ({ type: 'tool_use', id, name, input: inputOf(args) })),
  ]
  return { role, content: blocks }
}

/** This form wants the arguments as an object; a text that is none goes along under a name that says so. */
function inputOf(args: string): unknown {
  try {
    const value: unknown = JSON.parse(args === '' ? '{}' : args)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { unreadable: args }
  } catch {
    return { unreadable: args }
  }
}
