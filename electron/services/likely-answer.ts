import { ASSUMED_ANSWER, middleLength } from '../../shared/estimate/likely-answer.ts'
import type { LedgerReader } from './ledger-ports.ts'
import { ServiceFailure, type Target } from './ports.ts'

type Asked = { target: Target; model: string; conversationId: string | null }

/** As long as answers of this conversation were, or where there are none, as those of this model; never throws. */
export function createLikelyAnswer(reader: Pick<LedgerReader, 'answerLengths'>): (asked: Asked) => number {
  return ({ target: { demo }, model, conversationId }) => {
    try {
      const own = conversationId === null ? [] : reader.answerLengths({ demo, conversationId })
      return middleLength(own) ?? middleLength(reader.answerLengths({ demo, model })) ?? ASSUMED_ANSWER
    } catch (error) {
      // What cannot be read cannot be written either: the request is about to be refused for that.
      if (!(error instanceof ServiceFailure)) throw error
      return ASSUMED_ANSWER
    }
  }
}
