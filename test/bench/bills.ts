import type { DemoModel } from '../../electron/demo/demo-model.ts'
import { type TokenCounts, ticksOf } from '../../electron/demo/token-cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'

/** One answer: what it was asked under, what it used, and what the server charged (ticks). */
export type Bill = {
  name: string
  model: DemoModel
  rates: Rates
  counts: TokenCounts
  usage: TokenUsage
  priority: boolean
  ticks: bigint
}

/** As many bills as asked for, over every name of the models; the same number gives the same bills. */
export function billsOf(models: readonly DemoModel[], length: number): Bill[] {
  const names = models.flatMap((model) => [model.id, ...model.aliases].map((name) => ({ name, model })))
  return Array.from({ length }, (_, index) => {
    const picked = names[index % names.length]
    if (picked === undefined) throw new Error('no models')
    const counts = countsOf(index)
    const priority = index % 10 === 9
    const ticks = ticksOf(counts, picked.model.prices, priority)
    return { ...picked, counts, priority, ticks, rates: ratesOf(picked.model), usage: usageOf(counts) }
  })
}

function countsOf(index: number): TokenCounts {
  const random = (salt: number, below: number) =>
    Math.floor((((index * 2_654_435_761 + salt * 40_503_001) >>> 5) % 1_000_003) % below)
  // Every eighth prompt is long, and one in forty stands exactly at the edge of the long tier.
  const prompt =
    index % 40 === 0 ? 200_000 : index % 8 === 0 ? 150_000 + random(1, 100_000) : random(1, 9_000) + 1
  return {
    prompt,
    image: 0,
    cached: random(2, prompt + 1),
    completion: random(3, 4_000),
    reasoning: index % 3 === 0 ? random(4, 3_000) : 0,
    sources: 0,
  }
}

function usageOf({ prompt, cached, completion, reasoning }: TokenCounts): TokenUsage {
  return {
    promptTokens: prompt,
    cachedTokens: cached,
    imageTokens: 0,
    answerTokens: completion,
    reasoningTokens: reasoning,
    billedOutputTokens: completion + reasoning,
    totalTokens: prompt + completion + reasoning,
    sources: 0,
    serverToolCalls: 0,
    billed: null,
  }
}

function ratesOf({ prices }: DemoModel): Rates {
  const { longContext } = prices
  const input = BigInt(prices.prompt)
  return {
    input,
    cachedInput: BigInt(prices.cachedPrompt ?? prices.prompt),
    imageInput: input,
    output: BigInt(prices.completion),
    perSource: null,
    longContext:
      longContext === null
        ? null
        : {
            threshold: longContext.threshold,
            input: BigInt(longContext.prompt),
            cachedInput: BigInt(longContext.cachedPrompt),
            imageInput: BigInt(longContext.prompt),
            output: BigInt(longContext.completion),
          },
  }
}
