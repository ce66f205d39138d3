import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { thinks } from '../../../../shared/catalog/thinks.ts'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'
import { tokensOfImage } from '../../../../shared/compare/image-tokens.ts'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import type { LikelyAnswer } from '../../../../shared/estimate/likely-answer.ts'
import { type Cost, costOf } from '../../../../shared/pricing/cost.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import type { TokenUsage } from '../../../../shared/usage/usage-schema.ts'

export type Expected = {
  /** Tokens: texts, what the server adds, images by the formula of 2026. */
  prompt: number
  images: number
  /** Output tokens that `likely` rests on, and what they were taken from. */
  answer: number
  answerFrom: LikelyAnswer['from']
  likely: Cost
  /** With the longest answer possible; `null` when nothing limits it: then there is no largest cost. */
  largest: Cost | null
  longest: number | null
  /** Prompt as a part of the context window, 0 … 1 and above; `null` = the window is not known. */
  contextShare: number | null
  /** Tokens left until the long-context price holds for the whole request; `null` = no such tier, 0 = it holds. */
  toLongContext: number | null
}

type Asked = {
  model: LanguageModel
  parameters: ChatParameters
  /** Tokens of the texts with what was learned, the overhead included. */
  texts: number
  images: readonly StoredImage[]
  /** As long as such answers usually are. */
  likely: LikelyAnswer
}

/**
 * What sending is likely to cost and what it can cost at most, by the prices of the model asked for. A limit caps only the visible tokens (reference 5.4), so a model
 * that reasons may use the window up.
 */
export function expectedCost({ model, parameters, texts, images, likely }: Asked): Expected {
  const rates = ratesOf(model)
  const imageTokens = images.reduce(
    (sum, image) => sum + tokensOfImage({ ...image, formula: 'patches-32' }),
    0,
  )
  const prompt = texts + imageTokens
  const cost = (output: number) =>
    costOf(usageOf(prompt, imageTokens, output), rates, { serviceTier: parameters.serviceTier ?? null })
  const choices = parameters.n ?? 1
  const cap = thinks(model) ? null : (parameters.maxCompletionTokens ?? null)
  const answer = Math.min(likely.tokens, cap ?? likely.tokens) * choices
  const longestChoice = longestAnswer(model, cap, prompt)
  const longest = longestChoice === null ? null : longestChoice * choices
  const threshold = rates.longContext?.threshold ?? 0
  return {
    prompt,
    images: imageTokens,
    answer,
    answerFrom: likely.from,
    likely: cost(answer),
    largest: longest === null ? null : cost(longest),
    longest,
    contextShare: model.contextLength === null ? null : prompt / model.contextLength,
    toLongContext: threshold <= 0 ? null : Math.max(0, threshold - prompt),
  }
}

/** Tokens of one choice; `null` when neither a limit nor the window ends it. */
function longestAnswer({ contextLength }: LanguageModel, cap: number | null, prompt: number): number | null {
  if (contextLength === null) return cap
  const room = Math.max(0, contextLength - prompt)
  return Math.min(cap ?? room, room)
}

/** Everything here is output: reasoning and visible tokens cost the same. */
function usageOf(prompt: number, images: number, output: number): TokenUsage {
  return {
    promptTokens: prompt,
    cachedTokens: 0,
    imageTokens: images,
    answerTokens: output,
    reasoningTokens: 0,
    billedOutputTokens: output,
    totalTokens: prompt + output,
    sources: null,
    serverToolCalls: null,
    billed: null,
  }
}
