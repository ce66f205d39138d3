import type { Ticks } from '../money/ticks.ts'
import type { Day } from './day.ts'
import type { LedgerPeriod } from './ledger-query.ts'
import type { ProviderLine, ProviderReading } from './provider-totals.ts'
import type { LikelyReason, Reconciliation, Verdict } from './reconciliation-schema.ts'

/** What the ledger holds of one of the provider's days and one model. */
export type OurLine = { day: Day; model: string; ticks: Ticks; unknown: number; estimated: number }

const MOST_LINES = 5000
/** The cheapest server-side tool is $2.50 for 1,000 calls, the others cost a multiple of it (reference 8). */
const SMALLEST_TOOL_PRICE = 25_000_000n

/** Compares what the provider says of a period with what the ledger holds of it. `today`: the provider's day now. */
export function reconcile(
  reading: ProviderReading,
  period: LedgerPeriod,
  ours: readonly OurLine[],
  today: Day,
): Reconciliation {
  const total = ours.reduce((sum, { ticks }) => sum + ticks, 0n)
  const lines = linesOf(reading, ours)
  const difference = total - reading.total
  const result = {
    read: reading.read,
    period,
    provider: reading.total,
    ours: total,
    difference,
    tolerance: reading.tolerance,
    verdict: verdictOf(difference, reading.tolerance),
    unknown: ours.reduce((sum, { unknown }) => sum + unknown, 0),
    estimated: ours.reduce((sum, { estimated }) => sum + estimated, 0),
    lines: lines.slice(0, MOST_LINES),
  }
  return { ...result, reasons: reasonsFor(result, today) }
}

function verdictOf(difference: Ticks, tolerance: Ticks): Verdict {
  if (difference <= tolerance && difference >= -tolerance) return 'matched'
  return difference < 0n ? 'missing' : 'extra'
}

type Line = Reconciliation['lines'][number]

/** Line by line where the provider tells days or models apart; each amount of ours is in exactly one line. */
function linesOf({ lines, tolerance }: ProviderReading, ours: readonly OurLine[]): Line[] {
  if (lines.every(({ day, label }) => day === null && label === null)) return []
  const each = tolerance / BigInt(Math.max(1, lines.length)) || 1n
  const models = [...new Set(ours.map(({ model }) => model))]
  const cells = new Map<
    string,
    { day: Day | null; model: string | null; provider: Ticks; ours: Ticks; numbers: bigint }
  >()
  const cell = (day: Day | null, model: string | null) => {
    const key = JSON.stringify([day, model])
    const found = cells.get(key) ?? { day, model, provider: 0n, ours: 0n, numbers: 0n }
    cells.set(key, found)
    return found
  }
  for (const line of lines) {
    const found = cell(line.day, modelIn(line, models))
    found.provider += line.ticks
    found.numbers += 1n
  }
  const tellsModels = lines.some(({ label }) => label !== null)
  for (const line of ours) cell(line.day, tellsModels ? line.model : null).ours += line.ticks
  return [...cells.values()]
    .filter(({ provider, ours: own }) => provider !== 0n || own !== 0n)
    .map(({ numbers, ...line }) => ({
      ...line,
      difference: line.ours - line.provider,
      verdict: verdictOf(line.ours - line.provider, each * (numbers || 1n)),
    }))
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || (a.model ?? '').localeCompare(b.model ?? ''))
}

/** A label is words of the provider's own around a name: the longest name of ours in it, else the label. */
function modelIn({ label }: ProviderLine, models: readonly string[]): string | null {
  if (label === null) return null
  const named = models.filter(
    (model) => label === model || label.endsWith(` ${model}`) || label.includes(` ${model} `),
  )
  return named.sort((a, b) => b.length - a.length)[0] ?? label
}

/** Surest first: what follows from the ledger's own rows comes before what can only be supposed. */
function reasonsFor(result: Omit<Reconciliation, 'reasons'>, today: Day): LikelyReason[] {
  const { verdict, difference, period, lines, unknown, estimated } = result
  const isDayShift = lines.length > 1 && shifted(lines)
  if (verdict === 'matched')
    return difference === 0n ? [] : isDayShift ? ['rounding', 'next-day'] : ['rounding']
  const reasons: [boolean, LikelyReason][] = [
    [verdict === 'missing' && unknown > 0, 'unknown-rows'],
    [estimated > 0, 'estimated-rows'],
    [isDayShift, 'next-day'],
    [verdict === 'extra' && (period.to === null || period.to >= today), 'not-yet-billed'],
    [verdict === 'missing' && difference % SMALLEST_TOOL_PRICE === 0n, 'tools-or-images'],
    [isSteadyRatio(result), 'price-difference'],
    [verdict === 'missing', 'other-clients'],
    [verdict === 'extra', 'other-account'],
  ]
  return reasons.filter(([holds]) => holds).map(([, reason]) => reason)
}

/** Whether what one day lacks is what a day beside it has too much: the two clocks part the days elsewhere. */
function shifted(lines: readonly Line[]): boolean {
  const byDay = new Map<string, Ticks>()
  for (const { day, difference, verdict } of lines) {
    if (day && verdict !== 'matched') byDay.set(day, (byDay.get(day) ?? 0n) + difference)
  }
  const differences = [...byDay.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, ticks]) => ticks)
  return differences.some((ticks, index) => {
    const next = differences[index + 1]
    return next !== undefined && ticks !== 0n && next !== 0n && ticks < 0n !== next < 0n
  })
}

/** The provider's regional and batch prices are whole percents of the list's (reference 5.2). */
function isSteadyRatio({ provider, ours }: { provider: Ticks; ours: Ticks }): boolean {
  if (ours <= 0n || provider <= 0n) return false
  const perTenThousand = (provider * 10_000n) / ours
  return [8_000n, 11_000n, 20_000n, 5_000n].some(
    (ratio) => perTenThousand - ratio <= 5n && ratio - perTenThousand <= 5n,
  )
}
