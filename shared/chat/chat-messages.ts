import type { Turn } from './content.ts'
import { dataUrl, type SortedParts, sortedParts, textOf } from './turn-parts.ts'

type Fields = Record<string, unknown>

/** `messages` of chat completions. Results of tools come first: the calls that they answer were in the turn before. */
export function chatMessages(turns: readonly Turn[]): Fields[] {
  return turns.flatMap((turn) => {
    const sorted = sortedParts(turn)
    const results = sorted.results.map(({ callId, text }) => ({
      role: 'tool',
      tool_call_id: callId,
      content: text,
    }))
    const spoken = sorted.seen.length > 0 || sorted.calls.length > 0 || results.length === 0
    return spoken ? [...results, message(turn, sorted)] : results
  })
}

function message(turn: Turn, sorted: SortedParts): Fields {
  const calls = sorted.calls.map(({ id, name, arguments: args }) => ({
    id,
    type: 'function',
    function: { name, arguments: args },
  }))
  return {
    // Words beside a tool's results are the person's: the tool's role has only results.
    role: turn.role === 'tool' ? 'user' : turn.role,
    content: content(sorted.seen),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  }
}

/** One text where there are no images: models that read only text refuse a list (reference 5.5). */
function content(seen: SortedParts['seen']): string | Fields[] {
  if (seen.every(({ kind }) => kind === 'text')) return textOf(seen)
  return seen.map((part) => {
    if (part.kind === 'text') return { type: 'text', text: part.text }
    const detail = part.detail === null ? {} : { detail: part.detail }
    return { type: 'image_url', image_url: { url: dataUrl(part), ...detail } }
  })
}
