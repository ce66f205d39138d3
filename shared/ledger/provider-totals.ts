import { z } from 'zod'
import { jsonOf } from '../json-of.ts'
import { parseUsd, TICKS_PER_USD, type Ticks } from '../money/ticks.ts'
import { Day } from './day.ts'
import type { LedgerPeriod } from './ledger-query.ts'

/** One number of the provider. `label` is its own description, such as `Chat grok-4`; ticks. */
export type ProviderLine = { day: Day | null; label: string | null; ticks: Ticks }

/** `tolerance`: half of the last digit of each number in it, ticks. `utc`: `null` where it does not say. */
export type ProviderReading = {
  read: 'number' | 'usage' | 'invoice'
  period: LedgerPeriod | null
  utc: boolean | null
  lines: ProviderLine[]
  total: Ticks
  tolerance: Ticks
}

/** The management API gives amounts as whole cents in text; credit is negative (reference 6.5). */
const TICKS_PER_CENT = TICKS_PER_USD / 100n
const Cents = z
  .object({ val: z.string().regex(/^-?\d{1,15}$/) })
  .transform(({ val }) => BigInt(val) * TICKS_PER_CENT)

const Invoice = z.object({
  coreInvoice: z.object({ totalWithCorr: Cents }),
  billingCycle: z.object({ year: z.number().int(), month: z.number().int().min(1).max(12) }).optional(),
})

const Series = z.object({
  group: z.array(z.string()).optional(),
  groupLabels: z.array(z.string()).optional(),
  dataPoints: z.array(z.object({ timestamp: z.string(), values: z.array(z.number().finite()).min(1) })),
})
const Usage = z.object({ timeSeries: z.array(Series) })
const Request = z.object({
  analyticsRequest: z.object({
    timeRange: z.object({ startTime: z.string(), endTime: z.string(), timezone: z.string().optional() }),
  }),
})

/**
 * What a person pasted or opened: an amount in USD, the usage time series of the management API (with or without the
 * request that asked for it), or its invoice preview. `null` when it is none of them.
 */
export function readProviderTotals(text: string): ProviderReading | null {
  const amount = parseUsd(text)
  if (amount !== null) return oneNumber(amount, text)
  const json = jsonOf(text)
  return invoiceOf(json) ?? usageOf(json)
}

function oneNumber(total: Ticks, text: string): ProviderReading {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const lines = [{ day: null, label: null, ticks: total }]
  return { read: 'number', period: null, utc: null, lines, total, tolerance: halfOfDigit(decimals) }
}

function invoiceOf(json: unknown): ProviderReading | null {
  const invoice = Invoice.safeParse(json).data
  if (!invoice) return null
  const total = invoice.coreInvoice.totalWithCorr
  const lines = [{ day: null, label: null, ticks: total }]
  const period = invoice.billingCycle ? monthOf(invoice.billingCycle) : null
  return { read: 'invoice', period, utc: true, lines, total, tolerance: halfOfDigit(2) }
}

function usageOf(json: unknown): ProviderReading | null {
  const whole = z.object({ request: Request.optional(), response: Usage }).safeParse(json).data
  const usage = whole?.response ?? Usage.safeParse(json).data
  if (!usage) return null
  const points = usage.timeSeries.flatMap(({ group, groupLabels, dataPoints }) =>
    dataPoints.map((point) => ({ ...point, label: (groupLabels ?? group ?? []).join(' ') || null })),
  )
  const lines = points.flatMap(({ timestamp, values, label }) => {
    const day = Day.safeParse(timestamp.slice(0, 10)).data
    const [usd = 0] = values
    return day === undefined ? [] : [{ day, label, ticks: ticksOf(usd) }]
  })
  const range = whole?.request?.analyticsRequest.timeRange
  return {
    read: 'usage',
    period: range ? periodOf(range) : spanned(lines),
    utc:
      range?.timezone === undefined ? null : /^(?:Etc\/)?(?:GMT|UTC|Universal|Zulu)$/i.test(range.timezone),
    lines,
    total: lines.reduce((sum, { ticks }) => sum + ticks, 0n),
    tolerance: points.reduce((sum, { values }) => sum + halfOfDigit(decimalsOf(values[0] ?? 0)), 0n),
  }
}

/** A JSON number of dollars; the API writes them as floating point. */
function ticksOf(usd: number): Ticks {
  return BigInt(Math.round(usd * Number(TICKS_PER_USD)))
}

function decimalsOf(usd: number): number {
  if (usd === 0) return 10
  return Math.min(10, /\.(\d+)$/.exec(String(usd))?.[1]?.length ?? 0)
}

/** Whole dollars come from a person who rounded to cents anyway, so at least two decimals are believed. */
function halfOfDigit(decimals: number): Ticks {
  return TICKS_PER_USD / 10n ** BigInt(Math.min(10, Math.max(2, decimals))) / 2n
}

/** The end of the API's range is not included. */
function periodOf({ startTime, endTime }: { startTime: string; endTime: string }): LedgerPeriod | null {
  const from = Day.safeParse(startTime.slice(0, 10)).data
  const end = Date.parse(`${endTime.slice(0, 10)}T00:00:00Z`)
  if (from === undefined || Number.isNaN(end)) return null
  const isMidnight = !/[1-9]/.test(endTime.slice(10))
  return { from, to: new Date(end - (isMidnight ? 86_400_000 : 0)).toISOString().slice(0, 10) }
}

function spanned(lines: readonly ProviderLine[]): LedgerPeriod | null {
  const days = lines.flatMap(({ day }) => day ?? []).sort()
  const [from] = days
  const to = days.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

function monthOf({ year, month }: { year: number; month: number }): LedgerPeriod {
  const day = (index: number, date: number) =>
    new Date(Date.UTC(year, index, date)).toISOString().slice(0, 10)
  return { from: day(month - 1, 1), to: day(month, 0) }
}
