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

type Expecting = {
  rates: Rates | null
  parameters: Pick<ChatParameters, 'maxCompletionTokens' | 'n' | 'serviceTier'>
}

/**
 * What a request is held to cost while it is under way, in ticks: its prompt, and the longest answer that it allows, or
 * where it says none, one as long as they usually are. `0n` when its rates are not known.
 */
export function expectedCost(
  { rates, parameters }: Expecting,
  { promptTokens, answerTokens }: { promptTokens: number; answerTokens: number },
): bigint {
  if (rates === null) return 0n
  const answer = (parameters.maxCompletionTokens ?? answerTokens) * (parameters.n ?? 1)
  return costOf(usageOf(promptTokens, answer, 0), rates, { serviceTier: parameters.serviceTier ?? null })
    .total
}

function usageOf(promptTokens: number, answerTokens: number, reasoningTokens: number): TokenUsage {
  const billedOutputTokens = answerTokens + reasoningTokens
  return {
    ...{ promptTokens, cachedTokens: null, imageTokens: null, answerTokens, reasoningTokens },
    ...{ billedOutputTokens, totalTokens: promptTokens + billedOutputTokens, sources: null },
    ...{ serverToolCalls: null, billed: null },
  }
}
