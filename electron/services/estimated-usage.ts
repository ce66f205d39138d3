import { estimateTokens } from '../../shared/estimate/estimate-tokens.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'

/** Usage of an answer that never told its own: the prompt as it was expected, and the text that came. */
export function estimatedUsage(
  prompt: { prompt: number; images: number },
  text: string,
  reasoning: string,
): TokenUsage | null {
  if (prompt.prompt === 0) return null
  const [answerTokens, reasoningTokens] = [estimateTokens(text), estimateTokens(reasoning)]
  const billedOutputTokens = answerTokens + reasoningTokens
  return {
    ...{ promptTokens: prompt.prompt, cachedTokens: null, imageTokens: prompt.images || null },
    ...{ answerTokens, reasoningTokens, billedOutputTokens },
    ...{ totalTokens: prompt.prompt + billedOutputTokens, sources: null },
    ...{ serverToolCalls: null, billed: null },
  }
}
