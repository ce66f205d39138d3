import { costOf } from '../pricing/cost.ts'
import type { Rates } from '../pricing/price-schema.ts'
import type { RepricedPeriod, WhatIf } from './what-if-schema.ts'

/**
 * Requests of one kind added up: `long` ones reach the threshold of the rates they are priced with, each by its own
 * prompt, and all were served in one tier. Costs are linear in these counts, so the sum of the requests' costs is the
 * cost of the sums.
 */
export type RequestSums = {
  requests: number
  actual: bigint
  long: boolean
  serviceTier: string | null
  rates: Rates
  promptTokens: number
  cachedTokens: number
  imageTokens: number
  answerTokens: number
  reasoningTokens: number
  sources: number
  serverToolCalls: number
}

/** What the same requests cost with something otherwise. `leftOut` were not priced. Ticks. */
export function repriced(groups: readonly RequestSums[], instead: WhatIf, leftOut: number): RepricedPeriod {
  const priced = groups.map((group) => ({ group, cost: costOfSums(group, instead) }))
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const actual = sum(groups.map((group) => group.actual))
  const total = sum(priced.map(({ cost }) => cost.total))
  return {
    requests: groups.reduce((count, { requests }) => count + requests, 0),
    leftOut,
    actual,
    instead: total,
    difference: total - actual,
    // A share for reading: four decimals of a percent are kept.
    percent: actual === 0n ? null : Number(((total - actual) * 1_000_000n) / actual) / 10_000,
    longContext: groups.filter(({ long }) => long).reduce((count, { requests }) => count + requests, 0),
    complete: priced.every(({ cost }) => cost.complete),
  }
}

function costOfSums(group: RequestSums, { serviceTier }: WhatIf) {
  const { rates, long, promptTokens, answerTokens, reasoningTokens } = group
  // Whether each request was long is settled: the sum must not be measured against the threshold again.
  const longContext = long && rates.longContext ? { ...rates.longContext, threshold: 1 } : null
  const usage = {
    promptTokens,
    cachedTokens: group.cachedTokens,
    imageTokens: group.imageTokens,
    answerTokens,
    reasoningTokens,
    billedOutputTokens: answerTokens + reasoningTokens,
    totalTokens: null,
    sources: group.sources,
    serverToolCalls: group.serverToolCalls,
    billed: null,
  }
  return costOf(usage, { ...rates, longContext }, { serviceTier: serviceTier ?? group.serviceTier })
}
