import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import { formatUsd, type Ticks } from '../../../../shared/money/ticks.ts'

/** An image costs the same whatever the token unit is; only `raw` shows the API's own integer. */
export function imagePriceText(price: Ticks | null, unit: PriceUnit): string | null {
  if (price === null) return null
  return unit === 'raw' ? price.toString() : formatUsd(price)
}
