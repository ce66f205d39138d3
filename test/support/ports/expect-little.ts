import { createExpectation } from '../../../electron/services/expectation.ts'
import { likelyAnswer } from '../../../shared/estimate/likely-answer.ts'

/** A prompt without tokens, and an answer of which nothing is known. */
export const expectLittle = createExpectation({
  promptTokens: () => 0,
  likelyAnswer: () => likelyAnswer([], () => []),
})
