import type { ChatPart } from '../services/ports.ts'
import { isRecord, type JsonRecord } from './record.ts'

/** Tells id, model and tier of an answer once, and again when the server changes them: they stand in every chunk. */
export function createFactReader(): (event: JsonRecord) => ChatPart[] {
  const told = new Map<string, string>()
  const news = (event: JsonRecord, name: string): string | null => {
    const value = event[name]
    if (typeof value !== 'string' || value === '' || told.get(name) === value) return null
    told.set(name, value)
    return value
  }
  return (event) => {
    const id = news(event, 'id')
    const model = news(event, 'model')
    // It doubles the price when it is `priority` (reference 5.1, 5.2).
    const tier = news(event, 'service_tier')
    return [
      ...(id === null ? [] : [{ kind: 'answer-id', id } as const]),
      ...(model === null ? [] : [{ kind: 'served-model', model } as const]),
      ...(tier === null ? [] : [{ kind: 'service-tier', tier } as const]),
    ]
  }
}

/** Usage can come with every chunk or once at the end: each is handed on, and the last one holds (reference 5.3). */
export function usageParts(event: JsonRecord): ChatPart[] {
  const { usage } = event
  return isRecord(usage) ? [{ kind: 'usage', raw: usage }] : []
}

/** The text of a choice as a part; nothing for an empty one or another type. */
export function textParts(choice: number, text: unknown): ChatPart[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'text', choice, text }] : []
}

/** The refusal of a choice as a part; nothing for an empty one or another type. */
export function refusalParts(choice: number, text: unknown): ChatPart[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'refusal', choice, text }] : []
}

/** `null` for anything but a text with something in it. */
export function wordIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
