import { entryReader } from '../catalog/entry-reader.ts'
import { fieldOf, isEntry, type JsonEntry } from '../catalog/json-entry.ts'
import type { LanguageModel } from '../catalog/model.ts'
import { readTokenPrices, type TokenPrices } from '../catalog/token-prices.ts'
import type { Ticks } from '../money/ticks.ts'
import type { Rates } from './price-schema.ts'

export type { Rates } from './price-schema.ts'

/** Rates of one tier: ticks per token by class, `null` = unknown. */
export type RateClasses = Pick<Rates, 'input' | 'cachedInput' | 'imageInput' | 'output'>

/**
 * Ticks per token by class, from a parsed model or from an entry as the API sends it (`prompt_text_token_price` …).
 * Reference 1 and 5.2 give the rules:
 * - a missing price is unknown, never 0; prices of 0 for input and output are what the API says;
 * - a cached price of 0, or none, means that no discount is known: the input price;
 * - an image price of 0, or none, means that it has none of its own: the input price, as on every model so far;
 * - `perSource` may be 0: live search was switched off in 2026;
 * - a long-context tier exists when its threshold is above 0, and holds for every token of the request. Its prices of
 *   0 mean the normal ones; no long-context price for image tokens exists, so the one for text counts there.
 */
export function ratesOf(entry: LanguageModel | JsonEntry): Rates {
  const prices = isParsed(entry) ? entry.prices : readTokenPrices(entryReader(entry, ignoreProblem))
  const input = known(prices.promptText)
  const normal: RateClasses = {
    input,
    cachedInput: above0(prices.cachedPromptText) ?? input,
    imageInput: above0(prices.promptImage) ?? input,
    output: known(prices.completionText),
  }
  return { ...normal, perSource: known(prices.search), longContext: longContextOf(prices, normal) }
}

function longContextOf(prices: TokenPrices, normal: RateClasses): Rates['longContext'] {
  const threshold = prices.longContextThreshold ?? 0
  if (threshold <= 0) return null
  const longInput = above0(prices.promptTextLongContext)
  const input = longInput ?? normal.input
  return {
    threshold,
    input,
    // The normal discount survives without a long one; without any, cached tokens cost what others do.
    cachedInput: above0(prices.cachedPromptTextLongContext) ?? above0(prices.cachedPromptText) ?? input,
    imageInput: longInput ?? normal.imageInput,
    output: above0(prices.completionTextLongContext) ?? normal.output,
  }
}

function known(price: Ticks | null | undefined): Ticks | null {
  return price ?? null
}

function above0(price: Ticks | null | undefined): Ticks | null {
  return price !== null && price !== undefined && price > 0n ? price : null
}

function isParsed(entry: LanguageModel | JsonEntry): entry is LanguageModel {
  const prices = fieldOf(entry, 'prices')
  return isEntry(prices) && Object.hasOwn(prices, 'promptText')
}

/** Whoever parses the list reports what is wrong with an entry; here it only makes a rate unknown. */
function ignoreProblem(): void {}
