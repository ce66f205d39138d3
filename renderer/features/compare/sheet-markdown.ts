import type { SheetRow } from '../../../shared/compare/cost-sheet.ts'
import { periods } from '../../../shared/compare/workload-cost.ts'
import { formatPrice } from '../../../shared/money/price-unit.ts'
import { amountText } from '../../app/spend/usd-text.ts'

/** The words of a Markdown table, from the message catalogue. */
export type MarkdownWords = {
  columns: readonly string[]
  cheapest: string
  reference: string
  unknown: string
  atLeast: (amount: string) => string
}

/** One line for each candidate: prices in $ per 1M tokens, and the exact cost of every period. */
export function sheetMarkdown(rows: readonly SheetRow[], words: MarkdownWords): string {
  const price = (ticks: bigint | null) => (ticks === null ? words.unknown : formatPrice(ticks, 'per-million'))
  const lines = rows.map(({ candidate, cost, cheapest }) => [
    [
      escaped(candidate.name),
      ...(cheapest ? [`(${words.cheapest})`] : []),
      ...(candidate.source === 'reference' ? [`(${words.reference})`] : []),
    ].join(' '),
    price(candidate.rates.input),
    price(candidate.rates.cachedInput),
    price(candidate.rates.output),
    ...periods.map(
      (period) => amountText(cost.totals[period], cost.request.complete, words.atLeast) ?? words.unknown,
    ),
  ])
  const rule = words.columns.map((_, column) => (column === 0 ? '---' : '---:'))
  return [words.columns, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Ids come from a server: a bar would end the cell, other marks would be taken for Markdown. */
function escaped(name: string): string {
  return name.replaceAll(/[\\`*_[\]<>|~]/g, '\\$&').replaceAll(/\s/g, ' ')
}
