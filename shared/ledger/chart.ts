import { addTotals } from './add-totals.ts'
import { dayOf, startOfNextSpan, startOfSpan } from './calendar.ts'
import { type LedgerChart, MOST_GROUPS, MOST_POINTS } from './chart-schema.ts'
import type { Span } from './day.ts'
import { TOKEN_CLASSES } from './ledger-kinds.ts'
import type { LedgerGrouping } from './ledger-query.ts'
import { type LedgerTotals, noTotals } from './ledger-totals.ts'

/** Sums of one group in one span. `from` is the number of the span's first day; `group` is `null` for the rest. */
export type SpanTotals = { from: number; group: string | null; totals: LedgerTotals }

/** One group over the whole period. */
export type GroupSum = { key: string; spent: bigint; requests: number }

export type ChartParts = {
  grouping: LedgerGrouping
  span: Span
  /** Day numbers, both included; `null` = nothing to draw. */
  days: { first: number; last: number } | null
  /** The groups that get a colour, largest first, and how many there are in all. */
  top: readonly GroupSum[]
  groupCount: number
  cells: readonly SpanTotals[]
}

const LONGER: Record<Span, Span | null> = { day: 'week', week: 'month', month: 'year', year: null }
/** Up to these days a chart that may choose shows days, then weeks, then months. */
const DAYS_SHOWN = 92
const DAYS_AS_WEEKS = 370

/**
 * The span of the bars: the one that was asked for, or one that suits the period, and in any case one that keeps bars
 * times groups within `MOST_POINTS`. `groups` is how many each bar may be divided into.
 */
export function spanFor(wanted: Span | null, days: ChartParts['days'], groups: number): Span {
  const length = days === null ? 1 : days.last - days.first + 1
  let span: Span = wanted ?? (length <= DAYS_SHOWN ? 'day' : length <= DAYS_AS_WEEKS ? 'week' : 'month')
  for (;;) {
    const longer = LONGER[span]
    if (longer === null || startsOf(days, span).length * Math.max(1, groups) <= MOST_POINTS) return span
    span = longer
  }
}

/** Into how many parts a bar may be divided by this grouping. */
export function mostParts(grouping: LedgerGrouping): number {
  if (grouping === 'none') return 1
  return grouping === 'token-class' ? TOKEN_CLASSES.length : MOST_GROUPS + 1
}

/** Bars without gaps from the first to the last day; each is exactly the sum of its cells. */
export function buildChart(parts: ChartParts): LedgerChart {
  const { grouping, span, days, cells } = parts
  const groups = groupsOf(parts)
  const starts = startsOf(days, span).slice(-MOST_POINTS)
  const byStart = new Map<number, SpanTotals[]>()
  for (const cell of cells) byStart.set(cell.from, [...(byStart.get(cell.from) ?? []), cell])
  const bars = starts.map((start, index) => {
    const inside = byStart.get(start) ?? []
    const totals = sumOf(inside)
    const next = starts[index + 1] ?? startOfNextSpan(start, span)
    return {
      from: dayOf(Math.max(start, days?.first ?? start)),
      to: dayOf(Math.min(next - 1, days?.last ?? next - 1)),
      totals,
      cells: groups.map((group) => cellOf(grouping, group, totals, inside)),
    }
  })
  return { grouping, span, groups, bars, totals: sumOf(cells) }
}

type Group = LedgerChart['groups'][number]

function groupsOf({ grouping, top, groupCount, cells }: ChartParts): Group[] {
  if (grouping === 'token-class') {
    const totals = sumOf(cells)
    return TOKEN_CLASSES.filter((name) => totals.classes[name] !== 0n).map((key) => ({
      ...{ kind: 'one' as const, key, spent: totals.classes[key], requests: requestsIn(totals) },
    }))
  }
  const rest = sumOf(cells.filter(({ group }) => group === null))
  const left = groupCount - top.length
  return [
    ...top.map((group) => ({ kind: 'one' as const, ...group })),
    ...(left > 0
      ? [{ kind: 'rest' as const, groups: left, spent: rest.spent, requests: requestsIn(rest) }]
      : []),
  ]
}

function cellOf(grouping: LedgerGrouping, group: Group, totals: LedgerTotals, inside: readonly SpanTotals[]) {
  if (grouping === 'token-class') {
    const found = TOKEN_CLASSES.find((name) => group.kind === 'one' && name === group.key) ?? 'difference'
    const spent = totals.classes[found]
    return { spent, requests: requestsIn(totals), tokens: tokensOf(found, totals), atLeast: totals.atLeast }
  }
  const key = group.kind === 'rest' ? null : group.key
  const own = sumOf(inside.filter((cell) => cell.group === key))
  const tokens = own.tokens.prompt + own.tokens.billedOutput
  return { spent: own.spent, requests: requestsIn(own), tokens, atLeast: own.atLeast }
}

function tokensOf(name: (typeof TOKEN_CLASSES)[number], { tokens }: LedgerTotals): number {
  switch (name) {
    case 'input':
      return tokens.prompt - tokens.cached - tokens.image
    case 'cached-input':
      return tokens.cached
    case 'image-input':
      return tokens.image
    case 'answer':
      return tokens.billedOutput - tokens.reasoning
    case 'reasoning':
      return tokens.reasoning
    default:
      return 0
  }
}

function requestsIn({ requests }: LedgerTotals): number {
  return requests.final + requests.estimated + requests.rejected + requests.unknown
}

function sumOf(cells: readonly SpanTotals[]): LedgerTotals {
  return cells.reduce((sum, { totals }) => addTotals(sum, totals), noTotals())
}

function startsOf(days: ChartParts['days'], span: Span): number[] {
  if (days === null) return []
  const starts: number[] = []
  for (let at = startOfSpan(days.first, span); at <= days.last; at = startOfNextSpan(at, span))
    starts.push(at)
  return starts
}
