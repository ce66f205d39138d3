import type { LedgerChart } from '../../../../shared/ledger/chart-schema.ts'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { amountText, usdText } from '../../../app/spend/usd-text.ts'
import { spanText } from '../day-text.ts'
import { complete, count, type DrawnColumn, type DrawnTable, money, words } from '../drawn-table.ts'
import type { Measure } from '../usage-address.ts'
import { usdNumber } from './chart-scale.ts'
import type { DrawnBar, DrawnPoint, DrawnSlice } from './drawing.ts'

/** Words that a drawing needs and cannot make itself. */
export type DrawWords = {
  locale: string
  from: string
  to: string
  total: string
  soFar: string
  group: string
  share: string
  complete: string
  yes: string
  atLeast: (amount: string) => string
  unknown: string
  no: string
  cached: string
  prompt: string
  cachedShare: string
  nothing: string
}
type Cell = LedgerChart['bars'][number]['cells'][number]

/** Stacked bars of what each span cost (or its tokens, or its requests), and the same numbers as a table. */
export function drawSpend(
  chart: LedgerChart,
  names: readonly string[],
  measure: Measure,
  say: DrawWords,
): { bars: DrawnBar[]; table: DrawnTable } {
  const label = labelsOf(chart, say)
  const bars = chart.bars.map((bar, at) => ({
    label: label[at] ?? bar.from,
    parts: bar.cells.map((cell) => ({ value: numberOf(cell, measure), text: textOf(cell, measure, say) })),
    total: totalText(bar.totals, measure, say),
    sum: totalNumber(bar.totals, measure),
  }))
  const columns: DrawnColumn[] = [
    ...spanColumns(say),
    ...names.map((header, at) => ({ key: `group-${at}`, header, kind: 'number' as const })),
    { key: 'total', header: say.total, file: measure === 'cost' ? 'usd' : measure, kind: 'number' },
    ...(measure === 'cost'
      ? [{ key: 'complete', header: say.complete, file: 'complete', kind: 'text' as const }]
      : []),
  ]
  const rows = chart.bars.map(({ from, to, cells, totals }) => [
    words(from),
    words(to),
    ...cells.map((cell) => cellOf(cell, measure, say.locale)),
    totalCell(totals, measure, say.locale),
    ...(measure === 'cost' ? [complete(!totals.atLeast, say)] : []),
  ])
  return { bars, table: { columns, rows } }
}

/** What was spent up to the end of each span. */
export function drawCumulative(
  chart: LedgerChart,
  say: DrawWords,
): { points: DrawnPoint[]; table: DrawnTable } {
  const label = labelsOf(chart, say)
  let soFar = 0n
  let atLeast = false
  const steps = chart.bars.map(({ from, to, totals }) => {
    soFar += totals.spent
    atLeast ||= totals.atLeast
    return { from, to, spent: totals.spent, soFar, atLeast }
  })
  const points = steps.map((step, at) => {
    const text = spentText(step.soFar, step.atLeast, say)
    const rows = [
      { label: say.total, text: usdText(step.spent) },
      { label: say.soFar, text },
    ]
    return { label: label[at] ?? step.from, value: usdNumber(step.soFar), text, rows }
  })
  const columns: DrawnColumn[] = [
    ...spanColumns(say),
    { key: 'spent', header: say.total, file: 'usd', kind: 'number' },
    { key: 'so-far', header: say.soFar, file: 'usd_so_far', kind: 'number' },
    { key: 'complete', header: say.complete, file: 'complete', kind: 'text' },
  ]
  const rows = steps.map((step) => [
    words(step.from),
    words(step.to),
    money(step.spent),
    money(step.soFar),
    complete(!step.atLeast, say),
  ])
  return { points, table: { columns, rows } }
}

/** The share of each group in what was spent. A group that cost nothing, or was given back, has no slice but a row. */
export function drawShare(
  chart: LedgerChart,
  names: readonly string[],
  say: DrawWords,
): { slices: DrawnSlice[]; table: DrawnTable } {
  const whole = chart.groups.reduce((sum, { spent }) => sum + (spent > 0n ? spent : 0n), 0n)
  const percent = new Intl.NumberFormat(say.locale, { style: 'percent', maximumFractionDigits: 1 })
  const share = (spent: bigint) => (whole > 0n && spent > 0n ? Number(spent) / Number(whole) : 0)
  const slices = chart.groups.flatMap(({ spent }, at) => {
    if (spent <= 0n) return []
    const name = names[at] ?? ''
    return [{ name, value: usdNumber(spent), text: usdText(spent), share: percent.format(share(spent)) }]
  })
  const columns: DrawnColumn[] = [
    { key: 'group', header: say.group, file: 'group', kind: 'text' },
    { key: 'spent', header: say.total, file: 'usd', kind: 'number' },
    { key: 'share', header: say.share, file: 'share_percent', kind: 'number' },
  ]
  const rows = chart.groups.map(({ spent }, at) => [
    words(names[at] ?? ''),
    money(spent),
    { text: percent.format(share(spent)), value: Number((share(spent) * 100).toFixed(4)) },
  ])
  return { slices, table: { columns, rows } }
}

/** The cached part of all prompt tokens; a span without prompts leaves a gap. */
export function drawCached(chart: LedgerChart, say: DrawWords): { points: DrawnPoint[]; table: DrawnTable } {
  const label = labelsOf(chart, say)
  const percent = new Intl.NumberFormat(say.locale, { style: 'percent', maximumFractionDigits: 1 })
  const shareOf = ({ prompt, cached }: LedgerTotals['tokens']) => (prompt > 0 ? cached / prompt : null)
  const points = chart.bars.map(({ from, totals: { tokens } }, at) => {
    const share = shareOf(tokens)
    const text = share === null ? say.nothing : percent.format(share)
    const rows = [
      { label: say.cachedShare, text },
      { label: say.cached, text: count(tokens.cached, say.locale).text },
      { label: say.prompt, text: count(tokens.prompt, say.locale).text },
    ]
    return { label: label[at] ?? from, value: share, text, rows }
  })
  const columns: DrawnColumn[] = [
    ...spanColumns(say),
    { key: 'cached', header: say.cached, file: 'cached_tokens', kind: 'number' },
    { key: 'prompt', header: say.prompt, file: 'prompt_tokens', kind: 'number' },
    { key: 'share', header: say.cachedShare, file: 'cached_percent', kind: 'number' },
  ]
  const rows = chart.bars.map(({ from, to, totals: { tokens } }) => {
    const share = shareOf(tokens)
    return [
      words(from),
      words(to),
      count(tokens.cached, say.locale),
      count(tokens.prompt, say.locale),
      share === null
        ? { text: say.nothing, value: null }
        : { text: percent.format(share), value: Number((share * 100).toFixed(4)) },
    ]
  })
  return { points, table: { columns, rows } }
}

function spanColumns(say: DrawWords): DrawnColumn[] {
  return [
    { key: 'from', header: say.from, file: 'from', kind: 'text' },
    { key: 'to', header: say.to, file: 'to', kind: 'text' },
  ]
}

/** Labels differ from one another: a year is added where the same day comes twice. */
function labelsOf({ bars, span }: LedgerChart, { locale }: DrawWords): string[] {
  const withYear = bars[0]?.from.slice(0, 4) !== bars.at(-1)?.to.slice(0, 4)
  return bars.map(({ from }) => spanText(from, span, withYear, locale))
}

function numberOf(cell: Cell, measure: Measure): number {
  return measure === 'cost' ? usdNumber(cell.spent) : cell[measure]
}

function textOf(cell: Cell, measure: Measure, say: DrawWords): string {
  if (measure !== 'cost') return count(cell[measure], say.locale).text
  return spentText(cell.spent, cell.atLeast, say)
}

function cellOf(cell: Cell, measure: Measure, locale: string) {
  return measure === 'cost' ? money(cell.spent) : count(cell[measure], locale)
}

function totalNumber(totals: LedgerTotals, measure: Measure): number {
  if (measure === 'cost') return usdNumber(totals.spent)
  return measure === 'tokens' ? tokensIn(totals) : requestsIn(totals)
}

function totalText(totals: LedgerTotals, measure: Measure, say: DrawWords): string {
  if (measure !== 'cost') return count(totalNumber(totals, measure), say.locale).text
  return spentText(totals.spent, totals.atLeast, say)
}

function spentText(ticks: bigint, isAtLeast: boolean, { atLeast, unknown }: DrawWords): string {
  return amountText(ticks, !isAtLeast, atLeast) ?? unknown
}

function totalCell(totals: LedgerTotals, measure: Measure, locale: string) {
  return measure === 'cost' ? money(totals.spent) : count(totalNumber(totals, measure), locale)
}

function tokensIn({ tokens }: LedgerTotals): number {
  return tokens.prompt + tokens.billedOutput
}

/** Attempts however they ended. */
export function requestsIn({ requests }: LedgerTotals): number {
  return requests.final + requests.estimated + requests.rejected + requests.unknown
}
