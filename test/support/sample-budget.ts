import type { Budget } from '../../shared/ledger/budget.ts'

/** One dollar a day, over which nothing is sent. */
export const sampleBudget: Budget = {
  id: 'b1',
  scope: 'day',
  subject: null,
  limit: 10_000_000_000n,
  warnPercent: 80,
  stop: true,
}
