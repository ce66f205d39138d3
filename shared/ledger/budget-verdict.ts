import type { Budget, BudgetLevel, BudgetState } from './budget.ts'

/** Where a budget stands when this much is spent; a budget on single requests looks at the request alone. */
export function levelOf(budget: Budget, amount: bigint): BudgetLevel {
  if (amount >= budget.limit) return 'reached'
  const { warnPercent } = budget
  return warnPercent !== null && amount * 100n >= budget.limit * BigInt(warnPercent) ? 'warned' : 'ok'
}

/** Ticks, as `BudgetState` has them. */
type Standing = Pick<BudgetState, 'budget' | 'spent' | 'reserved'>

/**
 * Whether a request that is held to cost `expected` would pass the limit; what is reserved for others counts as spent.
 * A limit that is reached is passed even by a request of which nothing can be foretold.
 */
function goesOver({ budget, spent, reserved }: Standing, expected: bigint): boolean {
  if (budget.scope === 'request') return expected > budget.limit
  return spent + reserved >= budget.limit || spent + reserved + expected > budget.limit
}

/** What a budget says to such a request. `stops`: it is not sent without the person's word. `passes`: it is only told. */
export function verdictOf(state: Standing, expected: bigint): 'fits' | 'near' | 'passes' | 'stops' {
  const { budget, spent, reserved } = state
  if (goesOver(state, expected)) return budget.stop ? 'stops' : 'passes'
  const amount = budget.scope === 'request' ? expected : spent + reserved + expected
  return levelOf(budget, amount) === 'ok' ? 'fits' : 'near'
}
