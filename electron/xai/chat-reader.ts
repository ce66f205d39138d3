import type { ChatPart } from '../services/ports.ts'
import { createFactReader, refusalParts, textParts, usageParts } from './answer-facts.ts'
import type { AnswerReader } from './answer-reader.ts'
import { choiceEndParts, choicesOf, createChoiceEnds } from './choice-ends.ts'
import { isRecord } from './record.ts'
import { annotationParts, citationParts } from './source-parts.ts'
import { toolCallParts } from './tool-call-parts.ts'

/** Reads the chunks of chat completions of every era (reference 5.3). */
export function createChatReader(choices: number): AnswerReader {
  const ends = createChoiceEnds(choices)
  const facts = createFactReader()
  const reasoning = createReasoningReader()
  return {
    endsInDone: true,
    standing: ends.note,
    finishReason: ends.reason,
    parts: (chunk) => [
      ...facts(chunk),
      ...choicesOf(chunk).flatMap(({ choice, said }) => {
        const delta = said['delta']
        if (!isRecord(delta)) return []
        return [
          ...reasoning(choice, delta['reasoning_content']),
          ...textParts(choice, delta['content']),
          ...refusalParts(choice, delta['refusal']),
          ...toolCallParts(choice, delta['tool_calls']),
          ...annotationParts(delta['annotations']),
        ]
      }),
      ...citationParts(chunk),
      ...choiceEndParts(chunk),
      ...usageParts(chunk),
    ],
  }
}

/** `reasoning_content` is xAI's own field. */
function createReasoningReader(): (choice: number, text: unknown) => ChatPart[] {
  const last = new Map<number, string>()
  return (choice, text) => {
    if (typeof text !== 'string' || text === '') return []
    // grok-4 in July 2025 repeated this placeholder as long as it thought; real tokens may well repeat.
    const repeated = text === last.get(choice) && text.trim() === 'Thinking...'
    last.set(choice, text)
    return repeated ? [] : [{ kind: 'reasoning', choice, text }]
  }
}
