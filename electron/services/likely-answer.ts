import { type LikelyAnswer, likelyAnswer } from '../../shared/estimate/likely-answer.ts'
import type { LedgerReader } from './ledger-ports.ts'
import { ServiceFailure, type Target } from './ports.ts'

/** `modelId`: as the list names it, because that is how answers are on record. */
type Asked = { target: Target; modelId: string; conversationId: string | null }

/** What the ledger knows of answers like the next one; never throws. */
export function createLikelyAnswer(
  reader: Pick<LedgerReader, 'answerLengths'>,
): (asked: Asked) => LikelyAnswer {
  return ({ target: { demo }, modelId, conversationId }) => {
    try {
      const own = conversationId === null ? [] : reader.answerLengths({ demo, conversationId })
      return likelyAnswer(own, () => reader.answerLengths({ demo, model: modelId }))
    } catch (error) {
      // What cannot be read cannot be written either: the request is about to be refused for that.
      if (!(error instanceof ServiceFailure)) throw error
      return likelyAnswer([], () => [])
    }
  }
}
