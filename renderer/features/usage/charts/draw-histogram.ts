import type { CostHistogram } from '../../../../shared/ledger/chart-schema.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { count, type DrawnTable, money } from '../drawn-table.ts'
import type { DrawnBar } from './drawing.ts'

export type HistogramWords = {
  locale: string
  from: string
  below: string
  requests: string
  nothing: string
}

/** How many requests cost how much; the first bin is exactly nothing. */
export function drawHistogram(
  { bins }: CostHistogram,
  say: HistogramWords,
): { bars: DrawnBar[]; table: DrawnTable } {
  const bars = bins.map(({ from, to, requests }, at) => {
    const { text } = count(requests, say.locale)
    const label = at === 0 && from === 0n ? say.nothing : `${usdText(from)} – ${usdText(to)}`
    return { label, parts: [{ value: requests, text }], total: text, sum: requests }
  })
  return {
    bars,
    table: {
      columns: [
        { key: 'from', header: say.from, file: 'from_usd', kind: 'number' },
        { key: 'below', header: say.below, file: 'below_usd', kind: 'number' },
        { key: 'requests', header: say.requests, file: 'requests', kind: 'number' },
      ],
      rows: bins.map(({ from, to, requests }) => [money(from), money(to), count(requests, say.locale)]),
    },
  }
}
