import type { TokenPrices } from '../../../../shared/catalog/model.ts'
import type { PriceHistory } from '../../../../shared/contract/catalog.ts'
import type { PriceUnit } from '../../../../shared/money/price-unit.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'

/** The prices whose history is drawn, as the API sent them. */
export const HISTORY_CLASSES = ['promptText', 'cachedPromptText', 'completionText'] as const
type HistoryClass = (typeof HISTORY_CLASSES)[number]

/** One step: from `at` (UTC ms) these prices held. `null` = unknown or not listed. */
export type HistoryStep = { at: number } & Record<HistoryClass, Ticks | null>

/** More steps than this are no help to the eye and slow to draw. */
export const MOST_STEPS = 500

/** The latest steps, oldest first, and one more at the time of the last reading, so that the last price has a length. */
export function historySteps({ points, until }: PriceHistory): HistoryStep[] {
  const steps = points.slice(-MOST_STEPS).map(({ readAt, prices }) => stepOf(readAt, prices))
  const last = steps.at(-1)
  return last === undefined || until === null || until <= last.at ? steps : [...steps, { ...last, at: until }]
}

function stepOf(at: number, prices: TokenPrices | null): HistoryStep {
  return {
    at,
    promptText: prices?.promptText ?? null,
    cachedPromptText: prices?.cachedPromptText ?? null,
    completionText: prices?.completionText ?? null,
  }
}

/** Ticks in one dollar per token of the unit, to place a point; the exact text stands beside it. */
const TICKS: Record<PriceUnit, number> = {
  'per-million': 10_000,
  'per-thousand': 10_000_000,
  'per-token': 10_000_000_000,
  raw: 1,
}

/** Where a price is drawn. */
export function drawnPrice(price: Ticks | null, unit: PriceUnit): number | null {
  return price === null ? null : Number(price) / TICKS[unit]
}
