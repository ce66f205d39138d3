import type { ChatPart } from '../services/ports.ts'
import { createFactReader, refusalParts, textParts, usageParts } from './answer-facts.ts'
import { choiceEndParts, choicesOf, createChoiceEnds } from './choice-ends.ts'
import { isRecord } from './record.ts'
import { annotationParts, citationParts } from './source-parts.ts'
import { toolCallParts } from './tool-call-parts.ts'

/** The parts of a whole chat completion (reference 5.1), the end included; `null` when it holds no message at all. */
export function completionParts(body: unknown): ChatPart[] | null {
  if (!isRecord(body)) return null
  const messages = choicesOf(body).flatMap(({ choice, said }) =>
    isRecord(said['message']) ? [{ choice, message: said['message'] }] : [],
  )
  if (messages.length === 0) return null
  const ends = createChoiceEnds(messages.length)
  ends.note(body)
  return [
    ...createFactReader()(body),
    ...messages.flatMap(({ choice, message }) => [
      ...reasoningParts(choice, message['reasoning_content']),
      ...textParts(choice, message['content']),
      ...refusalParts(choice, message['refusal']),
      ...toolCallParts(choice, message['tool_calls']),
      ...annotationParts(message['annotations']),
    ]),
    ...citationParts(body),
    ...choiceEndParts(body),
    ...usageParts(body),
    { kind: 'end', finishReason: ends.reason() },
  ]
}

function reasoningParts(choice: number, text: unknown): ChatPart[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'reasoning', choice, text }] : []
}
