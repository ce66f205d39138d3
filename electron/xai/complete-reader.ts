import { createFactReader, textParts, usageParts, wordIn } from './answer-facts.ts'
import type { AnswerReader } from './answer-reader.ts'

/** Reads the events of `/v1/complete`: each holds its own piece of text, the last one the reason (reference 6.2). */
export function createCompleteReader(): AnswerReader {
  const facts = createFactReader()
  let reason: string | null = null
  return {
    endsInDone: false,
    finishReason: () => reason,
    standing(event) {
      reason ??= wordIn(event['stop_reason'])
      return reason === null ? 'open' : 'over'
    },
    parts(event) {
      const finishReason = wordIn(event['stop_reason'])
      return [
        ...facts(event),
        ...textParts(0, event['completion']),
        ...usageParts(event),
        ...(finishReason === null ? [] : [{ kind: 'choice-end', choice: 0, finishReason } as const]),
      ]
    },
  }
}
