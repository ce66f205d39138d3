import type { ChatPart } from '../services/ports.ts'
import type { Standing } from './answer-reader.ts'
import { isRecord, type JsonRecord } from './record.ts'

/** The choices of a chunk with their numbers; none for the last chunk, which has only usage (reference 5.3, 10). */
export function choicesOf(chunk: JsonRecord): { choice: number; said: JsonRecord }[] {
  const { choices } = chunk
  if (!Array.isArray(choices)) return []
  return choices.filter(isRecord).flatMap((said) => {
    const choice = said['index'] ?? 0
    return typeof choice === 'number' && Number.isSafeInteger(choice) && choice >= 0 ? [{ choice, said }] : []
  })
}

function finishReasonOf(said: JsonRecord): string | null {
  const reason = said['finish_reason']
  // `""` has been seen beside tool calls and says nothing (reference 10).
  return typeof reason === 'string' && reason !== '' ? reason : null
}

export type ChoiceEnds = {
  note(chunk: JsonRecord): Standing
  /** Why choice 0 ended; `null` when it did not say. */
  reason(): string | null
}

/** Several choices come mixed: the answer is finished when each that was asked for, and each that came, is. */
export function createChoiceEnds(asked: number): ChoiceEnds {
  const seen = new Set<number>()
  const ended = new Map<number, string>()
  return {
    note(chunk) {
      for (const { choice, said } of choicesOf(chunk)) {
        const reason = finishReasonOf(said)
        seen.add(choice)
        if (reason !== null && !ended.has(choice)) ended.set(choice, reason)
      }
      return ended.size >= Math.max(asked, seen.size) ? 'finished' : 'open'
    },
    reason: () => ended.get(0) ?? null,
  }
}

/** The parts for choices that this chunk ends. */
export function choiceEndParts(chunk: JsonRecord): ChatPart[] {
  return choicesOf(chunk).flatMap(({ choice, said }) => {
    const finishReason = finishReasonOf(said)
    return finishReason === null ? [] : [{ kind: 'choice-end', choice, finishReason }]
  })
}
