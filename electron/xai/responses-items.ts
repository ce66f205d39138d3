import type { ChatPart } from '../services/ports.ts'
import { refusalParts, textParts, wordIn } from './answer-facts.ts'
import { isRecord, type JsonRecord } from './record.ts'

/**
 * What a response's output items have said so far. A server may tell a text in pieces, whole when it is done, or only in
 * the last event; each is told once here, by its place among the items.
 */
export function createResponsesItems() {
  const told = new Set<string>()
  const calls = new Map<number, { withArguments: boolean }>()
  let thought: string | null = null

  const placeOf = (event: JsonRecord) => `${event['output_index'] ?? 0}.${event['content_index'] ?? 0}`
  const indexOf = (event: JsonRecord) =>
    typeof event['output_index'] === 'number' ? event['output_index'] : 0

  const callAt = (index: number, item: JsonRecord): ChatPart[] => {
    const args = wordIn(item['arguments']) ?? ''
    const known = calls.get(index)
    if (known !== undefined) {
      if (known.withArguments || args === '') return []
      known.withArguments = true
      return [{ ...toolCall(index), arguments: args }]
    }
    calls.set(index, { withArguments: args !== '' })
    const id = wordIn(item['call_id']) ?? wordIn(item['id'])
    return [{ ...toolCall(index), id, name: wordIn(item['name']), arguments: args }]
  }

  const itemAt = (index: number, item: unknown): ChatPart[] => {
    if (!isRecord(item)) return []
    if (item['type'] === 'function_call') return callAt(index, item)
    if (item['type'] !== 'message' || !Array.isArray(item['content'])) return []
    return item['content'].flatMap((content: unknown, at) => {
      if (!isRecord(content) || told.has(`${index}.${at}`)) return []
      return [...textParts(0, content['text']), ...refusalParts(0, content['refusal'])]
    })
  }

  return {
    said(event: JsonRecord, parts: ChatPart[]): ChatPart[] {
      if (parts.length > 0) told.add(placeOf(event))
      return parts
    },
    unlessSaid(event: JsonRecord, parts: ChatPart[]): ChatPart[] {
      if (told.has(placeOf(event))) return []
      told.add(placeOf(event))
      return parts
    },
    /** Summaries come in several sections: a new one starts a new paragraph. */
    reasoning(event: JsonRecord): ChatPart[] {
      const text = wordIn(event['delta'])
      if (text === null) return []
      const section = `${event['output_index'] ?? 0}.${event['summary_index'] ?? event['content_index'] ?? 0}`
      const between = thought === null || thought === section ? '' : '\n\n'
      thought = section
      return [{ kind: 'reasoning', choice: 0, text: between + text }]
    },
    call(event: JsonRecord): ChatPart[] {
      const { item } = event
      return isRecord(item) && item['type'] === 'function_call' ? callAt(indexOf(event), item) : []
    },
    arguments(event: JsonRecord, field: 'delta' | 'arguments'): ChatPart[] {
      const index = indexOf(event)
      const args = wordIn(event[field])
      const known = calls.get(index) ?? { withArguments: false }
      if (args === null || (field === 'arguments' && known.withArguments)) return []
      calls.set(index, { withArguments: true })
      return [{ ...toolCall(index), arguments: args }]
    },
    /** What the whole response at the end holds and no event before has told. */
    missing(output: unknown): ChatPart[] {
      return Array.isArray(output) ? output.flatMap((item: unknown, index) => itemAt(index, item)) : []
    },
  }
}

function toolCall(index: number) {
  return { kind: 'tool-call', choice: 0, index, id: null, name: null } as const
}
