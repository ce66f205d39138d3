import type { Ticks } from '../money/ticks.ts'
import { costOf } from '../pricing/cost.ts'
import type { Cost, Rates } from '../pricing/price-schema.ts'
import { requestTokens, usageOf, type Workload } from './workload.ts'

/**
 * Spans of time that are priced. Ours to choose, and said on screen: a month is 30 days and a year 365, whole numbers,
 * so that a year is not 12 of these months, and every amount is an exact multiple of one request.
 */
export const periods = ['request', 'day', 'month', 'year'] as const
export type Period = (typeof periods)[number]

export const DAYS_PER_MONTH = 30
export const DAYS_PER_YEAR = 365

/** Requests in a period, exactly. */
export function requestsIn(period: Period, { requestsPerDay }: Pick<Workload, 'requestsPerDay'>): bigint {
  const days = { request: null, day: 1, month: DAYS_PER_MONTH, year: DAYS_PER_YEAR }[period]
  return days === null ? 1n : BigInt(requestsPerDay) * BigInt(days)
}

/** `request` is one request by class; `totals` are its total times the requests of each period, in ticks. */
export type WorkloadCost = { request: Cost; totals: Record<Period, Ticks> }

/**
 * What a workload costs at these rates, in exact ticks. All its requests are alike, so each class and each total of a
 * period is the one of a request times the requests in it. `request.complete` is false when a rate that is needed is
 * unknown; every total then means "at least".
 */
export function workloadCost(workload: Workload, rates: Rates): WorkloadCost {
  const request = costOf(usageOf(requestTokens(workload)), rates)
  const total = (period: Period) => request.total * requestsIn(period, workload)
  return {
    request,
    totals: { request: total('request'), day: total('day'), month: total('month'), year: total('year') },
  }
}

/** The classes of tokens that a workload can cost, in the order of a bill. */
export const costClasses = ['input', 'cached-input', 'image-input', 'answer', 'reasoning'] as const
export type CostClass = (typeof costClasses)[number]

/** `none`: the workload has no such tokens, so they cost nothing whatever their price. */
export type ClassAmount = { kind: 'none' } | { kind: 'unknown' } | { kind: 'known'; ticks: Ticks }

/** What one class costs in a period. The known amounts of all classes sum up to the period's total. */
export function classAmount(
  cost: WorkloadCost,
  name: CostClass,
  period: Period,
  workload: Workload,
): ClassAmount {
  const line = cost.request.lines.find(({ kind }) => kind === name)
  if (line === undefined) return { kind: 'none' }
  if (line.amount === null) return { kind: 'unknown' }
  return { kind: 'known', ticks: line.amount * requestsIn(period, workload) }
}
