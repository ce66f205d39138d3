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
  const cap = thinks(model) ? undefined : parameters.maxCompletionTokens
  const capped = (tokens: number) => Math.min(tokens, cap ?? Number.POSITIVE_INFINITY)
  const answer = capped(likely.tokens) * choices
  const longest = longestAnswer(model, parameters, prompt)
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

function longestAnswer(model: LanguageModel, parameters: ChatParameters, prompt: number): number | null {
  const room = model.contextLength === null ? null : Math.max(0, model.contextLength - prompt)
  const cap = parameters.maxCompletionTokens ?? null
  const choices = parameters.n ?? 1
  if (cap === null || thinks(model)) return room === null ? null : room * choices
  return (room === null ? cap : Math.min(cap, room)) * choices
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
