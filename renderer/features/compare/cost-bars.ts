import type { SheetRow } from '../../../shared/compare/cost-sheet.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { type CostClass, classAmount, type Period } from '../../../shared/compare/workload-cost.ts'
import { TICKS_PER_USD, type Ticks } from '../../../shared/money/ticks.ts'
import { usdText } from '../../app/spend/usd-text.ts'

/** One stacked bar: dollars to draw with, and the exact texts that are read. */
export type CostBar = {
  name: string
  parts: { name: CostClass; usd: number; text: string }[]
  usd: number
  total: string
  cheapest: boolean
  reference: boolean
}

/** A bar for each model whose cost is wholly known; a bar that is only a part would look like a whole. */
export function costBars(
  rows: readonly SheetRow[],
  classes: readonly CostClass[],
  workload: Workload,
  period: Period,
): CostBar[] {
  return rows
    .filter(({ cost }) => cost.request.complete)
    .map((row) => ({
      name: row.candidate.name,
      parts: classes.map((name) => {
        const amount = classAmount(row.cost, name, period, workload)
        const ticks = amount.kind === 'known' ? amount.ticks : 0n
        return { name, usd: usdNumber(ticks), text: usdText(ticks) }
      }),
      usd: usdNumber(row.cost.totals[period]),
      total: usdText(row.cost.totals[period]),
      cheapest: row.cheapest,
      reference: row.candidate.source === 'reference',
    }))
}

/** Dollars for a place on an axis; never for a number that is read. */
export function usdNumber(ticks: Ticks): number {
  return Number(ticks) / Number(TICKS_PER_USD)
}

/** A rounded amount at an axis, such as `$0.002` or `$1.2K`. */
export function axisUsd(usd: number, locale: string): string {
  const options = {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
  } as const
  return new Intl.NumberFormat(locale, options).format(usd)
}
