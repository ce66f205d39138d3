import { z } from 'zod'

const Count = z.number().int().nonnegative().nullable()

/**
 * Tokens of one request in one meaning for every endpoint (reference 5.2): `promptTokens` is the whole prompt with
 * cached and image tokens inside, `answerTokens` the visible answer, `billedOutputTokens` answer + reasoning.
 * `billed` is what the API says it charged, in ticks. `null` = not told.
 */
export const TokenUsage = z.strictObject({
  promptTokens: Count,
  cachedTokens: Count,
  imageTokens: Count,
  answerTokens: Count,
  reasoningTokens: Count,
  billedOutputTokens: Count,
  totalTokens: Count,
  /** Live-search sources used (2025). */
  sources: Count,
  serverToolCalls: Count,
  billed: z.bigint().nullable(),
})
export type TokenUsage = z.infer<typeof TokenUsage>
