import type { ChatPart } from '../services/ports.ts'
import { isRecord, type JsonRecord } from './record.ts'

/** The first choice of a chunk, or `null`: the last chunk has `choices: []` beside its usage (reference 5.3, 10). */
function firstChoice(chunk: JsonRecord): JsonRecord | null {
  const { choices } = chunk
  if (!Array.isArray(choices)) return null
  // We never ask for more than one; another index would mix two answers into one text.
  const first: unknown = choices.find((choice) => isRecord(choice) && (choice['index'] ?? 0) === 0)
  return isRecord(first) ? first : null
}

/** Why the answer ended, when this chunk says so. `""` has been seen beside tool calls and says nothing (reference 10). */
export function finishReasonIn(chunk: JsonRecord): string | null {
  const reason = firstChoice(chunk)?.['finish_reason']
  return typeof reason === 'string' && reason !== '' ? reason : null
}

/**
 * Turns the chunks of one stream into parts, in order. The first 2025 models sent usage with every chunk, later ones
 * once at the end: each is handed on, and the last one holds. `reasoning_content` is xAI's own field.
 */
export function createChunkReader(): (chunk: unknown) => ChatPart[] {
  let model: string | null = null
  let tier: string | null = null
  let lastReasoning = ''

  const modelPart = (chunk: JsonRecord): ChatPart[] => {
    const name = chunk['model']
    if (typeof name !== 'string' || name === '' || name === model) return []
    model = name
    return [{ kind: 'served-model', model: name }]
  }

  /** On every chunk in 2026; it doubles the price when it is `priority` (reference 5.1, 5.2). */
  const tierPart = (chunk: JsonRecord): ChatPart[] => {
    const name = chunk['service_tier']
    if (typeof name !== 'string' || name === '' || name === tier) return []
    tier = name
    return [{ kind: 'service-tier', tier: name }]
  }

  const reasoningPart = (text: unknown): ChatPart[] => {
    if (typeof text !== 'string' || text === '') return []
    // grok-4 in July 2025 repeated this placeholder as long as it thought; real tokens may well repeat.
    const repeated = text === lastReasoning && text.trim() === 'Thinking...'
    lastReasoning = text
    return repeated ? [] : [{ kind: 'reasoning', choice: 0, text }]
  }

  return (chunk) => {
    if (!isRecord(chunk)) return []
    const delta = firstChoice(chunk)?.['delta']
    const { content, reasoning_content: reasoning } = isRecord(delta) ? delta : {}
    const { usage } = chunk
    return [
      ...modelPart(chunk),
      ...tierPart(chunk),
      ...reasoningPart(reasoning),
      ...(typeof content === 'string' && content !== ''
        ? [{ kind: 'text', choice: 0, text: content } as const]
        : []),
      ...(isRecord(usage) ? [{ kind: 'usage', raw: usage } as const] : []),
    ]
  }
}
