import type { Turn } from './content.ts'
import { dataUrl, type SortedParts, sortedParts, textOf } from './turn-parts.ts'

type Fields = Record<string, unknown>

/** `input` of Responses: messages, and calls and their results as items of their own. */
export function responsesInput(turns: readonly Turn[]): Fields[] {
  return turns.flatMap((turn) => {
    const { seen, calls, results } = sortedParts(turn)
    const role = turn.role === 'tool' ? 'user' : turn.role
    const spoken = seen.length > 0 || calls.length + results.length === 0
    return [
      ...results.map(({ callId, text }) => ({ type: 'function_call_output', call_id: callId, output: text })),
      ...(spoken ? [{ role, content: content(seen) }] : []),
      ...calls.map(({ id, name, arguments: args }) => ({
        ...{ type: 'function_call', call_id: id },
        ...{ name, arguments: args },
      })),
    ]
  })
}

function content(seen: SortedParts['seen']): string | Fields[] {
  if (seen.every(({ kind }) => kind === 'text')) return textOf(seen)
  return seen.map((part) => {
    if (part.kind === 'text') return { type: 'input_text', text: part.text }
    const detail = part.detail === null ? {} : { detail: part.detail }
    return { type: 'input_image', image_url: dataUrl(part), ...detail }
  })
}
