import type { ChatParameters } from '../../shared/chat/parameters.ts'
import { estimateTokens } from '../../shared/estimate/estimate-tokens.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'

/** Usage of an answer that never told its own: the prompt as it was expected, and the text that came. */
export function estimatedUsage(promptTokens: number, text: string, reasoning: string): TokenUsage | null {
  if (promptTokens === 0) return null
  return usageOf(promptTokens, estimateTokens(text), estimateTokens(reasoning))
}

/**
 * What a request will likely cost at least, in ticks: its prompt, and the longest answer that it allows when it says
 * one. `0n` when its rates are not known.
 */
export function expectedCost(
  { rates, parameters }: { rates: Rates | null; parameters: Pick<ChatParameters, 'maxCompletionTokens'> },
  promptTokens: number,
): bigint {
  return rates === null
    ? 0n
    : costOf(usageOf(promptTokens, parameters.maxCompletionTokens ?? 0, 0), rates).total
}

function usageOf(promptTokens: number, answerTokens: number, reasoningTokens: number): TokenUsage {
  const billedOutputTokens = answerTokens + reasoningTokens
  return {
    ...{ promptTokens, cachedTokens: null, imageTokens: null, answerTokens, reasoningTokens },
    ...{ billedOutputTokens, totalTokens: promptTokens + billedOutputTokens, sources: null },
    ...{ serverToolCalls: null, billed: null },
  }
}
