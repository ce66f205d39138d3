import type { Ticks } from '../money/ticks.ts'
import { type Candidate, type Obstacle, obstacleOf } from './candidate.ts'
import { fraction, fractionNumber } from './fraction.ts'
import type { Workload } from './workload.ts'
import { type WorkloadCost, workloadCost } from './workload-cost.ts'

export type SheetRow = {
  candidate: Candidate
  cost: WorkloadCost
  obstacle: Obstacle | null
  /** The smallest cost of all models of the key that are comparable; several when they cost the same. */
  cheapest: boolean
  /** Cost over the cheapest one's, 1 for the cheapest; `null` when either is unknown or the cheapest costs nothing. */
  ratio: number | null
}

/** A workload and what it costs; the two always belong together. */
export type Sheet = { workload: Workload; rows: readonly SheetRow[] }

/**
 * A row for each candidate, in their order. Comparable is what is completely priced and can do the work; the cheapest
 * is chosen among the key's own models only, and only when at least two of them are comparable.
 */
export function costSheet(workload: Workload, candidates: readonly Candidate[]): SheetRow[] {
  const rows = candidates.map((candidate) => ({
    candidate,
    cost: workloadCost(workload, candidate.rates),
    obstacle: obstacleOf(candidate, workload),
  }))
  const own = rows.filter((row) => row.candidate.source === 'live' && isComparable(row))
  const least = own.length < 2 ? null : leastOf(own.map(({ cost }) => cost.request.total))
  return rows.map((row) => ({
    ...row,
    cheapest: own.includes(row) && row.cost.request.total === least,
    ratio: row.cost.request.complete ? ratio(row.cost.request.total, least) : null,
  }))
}

/** Whether a row's cost can be held against others: nothing of it is unknown, and the model can do the work. */
export function isComparable({ cost, obstacle }: Pick<SheetRow, 'cost' | 'obstacle'>): boolean {
  return cost.request.complete && obstacle === null
}

function leastOf(amounts: readonly Ticks[]): Ticks | null {
  return amounts.reduce<Ticks | null>(
    (least, amount) => (least === null || amount < least ? amount : least),
    null,
  )
}

function ratio(amount: Ticks, least: Ticks | null): number | null {
  return least === null || least === 0n ? null : fractionNumber(fraction(amount, least))
}
