/** What an answer is taken to be long when nothing is known of any (tokens). */
export const ASSUMED_ANSWER = 500

/** Output tokens, reasoning included, and the answers that they were taken from. */
export type LikelyAnswer = { tokens: number; from: 'conversation' | 'model' | 'assumed' }

/** As long as answers of the conversation were in the middle, or where it has none, as those of the model. */
export function likelyAnswer(
  conversation: readonly number[],
  ofModel: () => readonly number[],
): LikelyAnswer {
  const own = middleLength(conversation)
  if (own !== null) return { tokens: own, from: 'conversation' }
  const usual = middleLength(ofModel())
  return usual === null ? { tokens: ASSUMED_ANSWER, from: 'assumed' } : { tokens: usual, from: 'model' }
}

/** The one in the middle of these lengths; `null` when there are none. */
function middleLength(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
