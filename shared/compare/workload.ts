import type { TokenUsage } from '../usage/usage-schema.ts'
import { type ImageFormula, tokensOfImage } from './image-tokens.ts'

/** One hundredth of a percent: 10,000 are the whole. */
export const WHOLE_SHARE = 10_000

/** Images of every request, all of one size in pixels. */
export type WorkloadImages = { count: number; width: number; height: number; formula: ImageFormula }

/** Hidden reasoning of every request: a count, or hundredths of a percent of the visible answer (may exceed it). */
export type WorkloadReasoning = { kind: 'tokens'; tokens: number } | { kind: 'share'; share: number }

/** The work to be priced: so many requests a day, all alike. Every number is whole. */
export type Workload = {
  requestsPerDay: number
  /** Tokens of the prompt's text; the images come on top. */
  promptTokens: number
  /** Hundredths of a percent of `promptTokens` that are read from the cache. */
  cachedShare: number
  images: WorkloadImages
  answerTokens: number
  reasoning: WorkloadReasoning
}

/** The largest value of each number: every product of them stays exact, and no field can hang the page. */
export const WORKLOAD_LIMITS = {
  requestsPerDay: 100_000_000,
  promptTokens: 10_000_000,
  cachedShare: WHOLE_SHARE,
  imageCount: 100,
  imageSide: 8_192,
  answerTokens: 1_000_000,
  reasoningTokens: 1_000_000,
  reasoningShare: 100 * WHOLE_SHARE,
} as const

/** Token counts of one request of a workload. `promptTokens` holds cached and image tokens, as the API counts. */
export type RequestTokens = {
  promptTokens: number
  cachedTokens: number
  imageTokens: number
  answerTokens: number
  reasoningTokens: number
}

/** The counts of one request. Shares are rounded down to whole tokens: the API bills nothing smaller. */
export function requestTokens(workload: Workload): RequestTokens {
  const { images, promptTokens, answerTokens } = workload
  const imageTokens = images.count * tokensOfImage(images)
  return {
    promptTokens: promptTokens + imageTokens,
    cachedTokens: shareOf(promptTokens, workload.cachedShare),
    imageTokens,
    answerTokens,
    reasoningTokens: reasoningTokens(workload.reasoning, answerTokens),
  }
}

function reasoningTokens(reasoning: WorkloadReasoning, answerTokens: number): number {
  return reasoning.kind === 'tokens' ? reasoning.tokens : shareOf(answerTokens, reasoning.share)
}

function shareOf(tokens: number, share: number): number {
  return Math.floor((tokens * share) / WHOLE_SHARE)
}

/** The counts in the form that `costOf` prices: reasoning is billed on top of the visible answer (reference 5.2). */
export function usageOf(tokens: RequestTokens): TokenUsage {
  const billedOutputTokens = tokens.answerTokens + tokens.reasoningTokens
  return {
    ...tokens,
    billedOutputTokens,
    totalTokens: tokens.promptTokens + billedOutputTokens,
    sources: null,
    serverToolCalls: null,
    billed: null,
  }
}
