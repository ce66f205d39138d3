import type { Progress } from '../../shared/contract/chat.ts'
import { estimateTokens } from '../../shared/estimate/estimate-tokens.ts'
import { type Cost, costOf } from '../../shared/pricing/cost.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import type { PendingAnswer } from './chat-rows.ts'

type Known = {
  message: PendingAnswer
  /** Estimated tokens of all texts of the prompt. */
  promptTokens: number
  /** ms since the request left. */
  elapsedMs: number
}

/**
 * How an answer goes. Counts are the server's where it sends cumulative usage with the text (reference 5.3, era A), else
 * estimated from the text; a cost that rests on estimates says so, and leaves cached tokens and images out.
 */
export function progressOf({ message, promptTokens, elapsedMs }: Known): Progress {
  const { attempt, text, reasoning } = message
  const { usage, rates, firstTokenMs, serviceTier } = attempt
  const counted = usage?.billedOutputTokens ?? null
  const count = counted ?? estimateTokens(text) + estimateTokens(reasoning)
  const tokens = { count, exact: counted !== null }
  const basis = usage !== null && counted !== null ? usage : estimatedUsage(promptTokens, message)
  const cost = rates === null ? null : costOf(basis, rates, { serviceTier })
  const exact = tokens.exact && cost?.complete === true && attempt.ratesFor !== 'instead'
  return {
    ...{ elapsedMs, firstTokenMs, tokens, usage },
    tokensPerSecond: firstTokenMs === null ? null : rateOf(count, elapsedMs - firstTokenMs),
    cost:
      // Of nothing counted yet, and of nothing priced, the cost is unknown, not zero.
      cost === null || (cost.total === 0n && !exact && !isFree(cost)) ? null : { ticks: cost.total, exact },
  }
}

function rateOf(count: number, ms: number): number | null {
  return ms > 0 ? (count * 1000) / ms : null
}

/** All that was used has a price, and that is none. */
function isFree({ complete, lines }: Cost): boolean {
  return complete && lines.length > 0
}

/** What the server told of the prompt counts; the rest is estimated. */
function estimatedUsage(promptTokens: number, { attempt, text, reasoning }: PendingAnswer): TokenUsage {
  const prompt = attempt.usage?.promptTokens ?? promptTokens
  const answerTokens = estimateTokens(text)
  const reasoningTokens = estimateTokens(reasoning)
  return {
    ...{ promptTokens: prompt, answerTokens, reasoningTokens },
    billedOutputTokens: answerTokens + reasoningTokens,
    totalTokens: prompt + answerTokens + reasoningTokens,
    ...{ cachedTokens: attempt.usage?.cachedTokens ?? 0, imageTokens: attempt.usage?.imageTokens ?? 0 },
    ...{ sources: 0, serverToolCalls: 0, billed: null },
  }
}
