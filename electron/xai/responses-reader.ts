import type { ChatPart } from '../services/ports.ts'
import { createFactReader, refusalParts, textParts, usageParts, wordIn } from './answer-facts.ts'
import type { AnswerReader } from './answer-reader.ts'
import { isRecord, type JsonRecord } from './record.ts'
import { createResponsesItems } from './responses-items.ts'
import { annotationParts, citationParts, outputSourceParts } from './source-parts.ts'

/** The events that end a response, each with the whole response inside; `[DONE]` is none of them (reference 6.3). */
const LAST = ['response.completed', 'response.incomplete']

/** Reads the events of `/v1/responses`. The reason is the server's own: `completed`, or what cut it. */
export function createResponsesReader(): AnswerReader {
  const facts = createFactReader()
  const items = createResponsesItems()
  let reason: string | null = null
  return {
    endsInDone: false,
    finishReason: () => reason,
    standing(event) {
      reason ??= reasonIn(event)
      return reason === null ? 'open' : 'over'
    },
    parts(event) {
      const response = isRecord(event['response']) ? event['response'] : {}
      const finishReason = reasonIn(event)
      return [
        ...facts(response),
        ...itemParts(event, items),
        ...(finishReason === null ? [] : items.missing(response['output'])),
        ...outputSourceParts(response['output']),
        ...citationParts(response),
        ...usageParts(response),
        ...(finishReason === null ? [] : [{ kind: 'choice-end', choice: 0, finishReason } as const]),
      ]
    },
  }
}

function reasonIn(event: JsonRecord): string | null {
  const { type, response } = event
  if (typeof type !== 'string' || !LAST.includes(type)) return null
  const details = isRecord(response) ? response['incomplete_details'] : null
  const cut = isRecord(details) ? wordIn(details['reason']) : null
  return cut ?? type.slice('response.'.length)
}

function itemParts(event: JsonRecord, items: ReturnType<typeof createResponsesItems>): ChatPart[] {
  switch (event['type']) {
    case 'response.output_text.delta':
      return items.said(event, textParts(0, event['delta']))
    case 'response.output_text.done':
      return items.unlessSaid(event, textParts(0, event['text']))
    case 'response.refusal.delta':
      return items.said(event, refusalParts(0, event['delta']))
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning_text.delta':
      return items.reasoning(event)
    case 'response.output_text.annotation.added':
      return annotationParts([event['annotation']])
    case 'response.output_item.added':
    case 'response.output_item.done':
      return items.call(event)
    case 'response.function_call_arguments.delta':
      return items.arguments(event, 'delta')
    case 'response.function_call_arguments.done':
      return items.arguments(event, 'arguments')
    default:
      return []
  }
}
