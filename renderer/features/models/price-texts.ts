import { formatPrice, type PriceUnit } from '../../../shared/money/price-unit.ts'
import type { Ticks } from '../../../shared/money/ticks.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { type LanguageRow, type PriceKey, priceKeys } from './language-rows.ts'

/** A price per token as exact text in the unit; unknown stays `null`. */
export function priceText(price: Ticks | null, unit: PriceUnit): string | null {
  return price === null ? null : formatPrice(price, unit)
}

/** For each price column, the digits after the point that its longest price has. */
export function priceDecimals(rows: readonly LanguageRow[], unit: PriceUnit): Record<PriceKey, number> {
  const widest = (key: PriceKey) => widestFraction(rows.map(({ rates }) => priceText(rates[key], unit)))
  const [input, cachedInput, output] = priceKeys.map(widest)
  return { input: input ?? 0, cachedInput: cachedInput ?? 0, output: output ?? 0 }
}

/** What the long-context column says: prices, that there is no such tier, or that the API does not tell. */
export type LongContextText =
  | { kind: 'prices'; input: string | null; output: string | null; threshold: number }
  | { kind: 'none' }
  | { kind: 'unknown' }

export function longContextText({ model, rates }: LanguageRow, unit: PriceUnit): LongContextText {
  if (rates.longContext !== null) {
    const { input, output, threshold } = rates.longContext
    return { kind: 'prices', input: priceText(input, unit), output: priceText(output, unit), threshold }
  }
  return model.prices.longContextThreshold === null ? { kind: 'unknown' } : { kind: 'none' }
}

/** Whether cached tokens cost the plain input price only because no cached price is listed (reference 1). */
export function cachedPriceIsAssumed({ model, rates }: Pick<LanguageRow, 'model' | 'rates'>): boolean {
  const listed = model.prices.cachedPromptText
  return rates.cachedInput !== null && (listed === null || listed === 0n)
}
