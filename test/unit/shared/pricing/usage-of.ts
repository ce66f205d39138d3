import type { TokenUsage } from '../../../../shared/usage/usage-schema.ts'

/** Usage that tells nothing, but for what is given. */
export function usageOf(told: Partial<TokenUsage> = {}): TokenUsage {
  return {
    promptTokens: null,
    cachedTokens: null,
    imageTokens: null,
    answerTokens: null,
    reasoningTokens: null,
    billedOutputTokens: null,
    totalTokens: null,
    sources: null,
    serverToolCalls: null,
    billed: null,
    ...told,
  }
}
