import type { ChatPart } from '../services/ports.ts'
import { createFactReader, textParts, wordIn } from './answer-facts.ts'
import type { AnswerReader } from './answer-reader.ts'
import { isRecord, type JsonRecord } from './record.ts'

/**
 * Reads Anthropic's event sequence (reference 6.1: how xAI itself streams it was never recorded). The input counts come
 * at the start, the output counts at the end: together they are one usage, in which the later word holds for each field.
 */
export function createMessagesReader(): AnswerReader {
  const facts = createFactReader()
  const usage = createUsageReader()
  let reason: string | null = null
  return {
    endsInDone: false,
    finishReason: () => reason,
    standing(event) {
      reason ??= stopReasonIn(event)
      if (event['type'] === 'message_stop') return 'over'
      return reason === null ? 'open' : 'finished'
    },
    parts(event) {
      const finishReason = stopReasonIn(event)
      return [
        ...(isRecord(event['message']) ? facts(event['message']) : []),
        ...blockParts(event),
        ...usage(event),
        ...(finishReason === null ? [] : [{ kind: 'choice-end', choice: 0, finishReason } as const]),
      ]
    },
  }
}

/** `message_start` has the field too, and `null` in it; a server that answers in one event may not. */
function stopReasonIn(event: JsonRecord): string | null {
  const { delta } = event
  return event['type'] === 'message_delta' && isRecord(delta) ? wordIn(delta['stop_reason']) : null
}

function createUsageReader(): (event: JsonRecord) => ChatPart[] {
  let known: JsonRecord = {}
  return ({ type, usage, message }) => {
    const told = type === 'message_start' && isRecord(message) ? message['usage'] : usage
    if (!isRecord(told)) return []
    const fields = Object.entries(told).filter(([, value]) => value !== null)
    known = { ...known, ...Object.fromEntries(fields) }
    return [{ kind: 'usage', raw: known }]
  }
}

function blockParts(event: JsonRecord): ChatPart[] {
  const { type, content_block: block, delta } = event
  const index = typeof event['index'] === 'number' ? event['index'] : 0
  if (type === 'content_block_start' && isRecord(block)) return startOfBlock(block, index)
  if (type !== 'content_block_delta' || !isRecord(delta)) return []
  switch (delta['type']) {
    case 'text_delta':
      return textParts(0, delta['text'])
    case 'thinking_delta':
      return reasoningParts(delta['thinking'])
    case 'input_json_delta': {
      const args = wordIn(delta['partial_json'])
      return args === null ? [] : [toolCall(index, { arguments: args })]
    }
    default:
      return []
  }
}

/** A block usually starts empty. One that already holds its text is taken as its first piece. */
function startOfBlock(block: JsonRecord, index: number): ChatPart[] {
  switch (block['type']) {
    case 'text':
      return textParts(0, block['text'])
    case 'thinking':
      return reasoningParts(block['thinking'])
    case 'tool_use': {
      const input = isRecord(block['input']) && Object.keys(block['input']).length > 0 ? block['input'] : null
      const args = input === null ? '' : JSON.stringify(input)
      return [toolCall(index, { id: wordIn(block['id']), name: wordIn(block['name']), arguments: args })]
    }
    default:
      return []
  }
}

function reasoningParts(text: unknown): ChatPart[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'reasoning', choice: 0, text }] : []
}

function toolCall(
  index: number,
  said: { id?: string | null; name?: string | null; arguments: string },
): ChatPart {
  return { kind: 'tool-call', choice: 0, index, id: null, name: null, ...said }
}
