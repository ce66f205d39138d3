import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import { TOKEN_PRICE_COLUMNS, type TokenPriceColumn } from '../../../../shared/catalog/catalog-view.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { formatPrice, type PriceUnit } from '../../../../shared/money/price-unit.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import { widestFraction } from '../../../ui/decimal-alignment.ts'

/** A price per token as exact text in the unit; unknown stays `null`. */
export function priceText(price: Ticks | null, unit: PriceUnit): string | null {
  return price === null ? null : formatPrice(price, unit)
}

/** Like `priceText`, remembering: a list of thousands of models has few different prices. */
export function priceTexts(unit: PriceUnit): (price: Ticks | null) => string | null {
  const known = new Map<Ticks, string>()
  return (price) => {
    if (price === null) return null
    const text = known.get(price) ?? formatPrice(price, unit)
    known.set(price, text)
    return text
  }
}

/** How a column of prices is laid out: characters of the longest text and its digits after the point. */
export type PriceLayout = { characters: number; decimals: number }

export function priceLayout(texts: readonly (string | null)[]): PriceLayout {
  const decimals = widestFraction(texts)
  const whole = texts.map((text) => (text === null ? 0 : (text.split('.')[0] ?? '').length))
  const longestWhole = whole.reduce((most, length) => Math.max(most, length), 1)
  return { characters: longestWhole + (decimals === 0 ? 0 : decimals + 1), decimals }
}

/** The price that a column shows, in ticks per token. */
export function columnPrice({ rates }: CatalogRow, column: TokenPriceColumn): Ticks | null {
  if (column === 'longContext') return rates.longContext?.input ?? null
  if (column === 'longContextOutput') return rates.longContext?.output ?? null
  return rates[column]
}

/** `none`: the API says that long prompts cost no more; `unknown`: it does not say. */
export function longContextTier({ model, rates }: Priced): 'there' | 'none' | 'unknown' {
  if (rates.longContext !== null) return 'there'
  return model.prices.longContextThreshold === null ? 'unknown' : 'none'
}

type Priced = { model: LanguageModel; rates: Rates }

/** Whether cached tokens cost the plain input price only because no cached price is listed (reference 1). */
export function cachedPriceIsAssumed({ model, rates }: Priced): boolean {
  const listed = model.prices.cachedPromptText
  return rates.cachedInput !== null && (listed === null || listed === 0n)
}

export function isPriceColumn(column: string): column is TokenPriceColumn {
  return TOKEN_PRICE_COLUMNS.some((one) => one === column)
}
