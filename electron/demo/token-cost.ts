import type { DemoPrices } from './demo-model.ts'

/** What one answer used. `cached` and `image` are parts of `prompt`; `reasoning` is on top of `completion`. */
export type TokenCounts = {
  prompt: number
  image: number
  cached: number
  completion: number
  reasoning: number
  /** Live-search sources (2025). */
  sources: number
}

/**
 * What an answer costs, in ticks: every token at its own price, after reference 5.2. Written for the demo alone, apart
 * from the app's own arithmetic, so that each can prove the other. Cached tokens are taken from the text first; the
 * tokens of a priority answer cost twice.
 */
export function ticksOf(counts: TokenCounts, prices: DemoPrices, priority: boolean): bigint {
  const long =
    prices.longContext !== null && counts.prompt >= prices.longContext.threshold ? prices.longContext : null
  const textPrice = long?.prompt || prices.prompt
  const cachedPrice = long?.cachedPrompt || prices.cachedPrompt || textPrice
  const outputPrice = long?.completion || prices.completion
  // There is no long-context price for image tokens: they follow the text price (equal on every model so far).
  const imagePrice = long?.prompt || prices.promptImage || textPrice
  const text = counts.prompt - counts.image
  const cachedImage = Math.max(0, counts.cached - text)
  const cachedText = counts.cached - cachedImage
  const parts: readonly (readonly [count: number, price: number])[] = [
    [text - cachedText, textPrice],
    [counts.cached, cachedPrice],
    [counts.image - cachedImage, imagePrice],
    [counts.completion + counts.reasoning, outputPrice],
  ]
  const tokens = parts.reduce((total, [count, price]) => total + BigInt(count) * BigInt(price), 0n)
  const sources = BigInt(counts.sources) * BigInt(prices.search ?? 0)
  return (priority ? tokens * 2n : tokens) + sources
}
