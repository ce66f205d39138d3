import type { Attempt } from '../../../../shared/contract/attempt.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'

/** What an answer cost: as billed, otherwise as computed. `exact`: no part of it is unknown; `null` = nothing known. */
export function spentOn({ usage, computed }: Pick<Attempt, 'usage' | 'computed'>): {
  ticks: Ticks | null
  exact: boolean
} {
  const billed = usage?.billed ?? null
  if (billed !== null) return { ticks: billed, exact: true }
  return { ticks: computed?.total ?? null, exact: computed?.complete === true }
}
