import { z } from 'zod'
import { Budget, BudgetState } from '../ledger/budget.ts'
import { Projection } from '../ledger/projection.ts'
import { call } from './failure.ts'

/** Ticks; `atLeast` when a row of the span is not wholly known. */
const Spend = z.strictObject({ ticks: z.bigint(), atLeast: z.boolean() })

/** Of the connection in use: demo money and real money are never added up. */
export const Budgets = z.strictObject({
  demo: z.boolean(),
  today: Spend,
  month: Spend,
  /** Of this month; `null` while there are too few days to tell. */
  projection: Projection.nullable(),
  budgets: z.array(BudgetState),
  /** Requests whose end the disk refuses to take: held in memory and tried again until it does. */
  unsaved: z.int().nonnegative(),
})
export type Budgets = z.infer<typeof Budgets>

/** Limits on spending, kept by the main process: a request that would break one is refused with `budget-reached`. */
export const budgets = {
  read: call.output(Budgets),
  /** Adds it, or replaces the one with its id. */
  save: call.input(Budget).output(Budgets),
  remove: call.input(z.strictObject({ id: z.string() })).output(Budgets),
  /** What the budgets would say to a request that costs about this much (ticks). Nothing is sent or held back. */
  preview: call
    .input(z.strictObject({ conversationId: z.string().nullable(), expected: z.bigint().nonnegative() }))
    .output(z.array(BudgetState)),
  /**
   * The person's word that the one request with this id may pass these budgets. Send it with the same `requestId`
   * within a minute; it holds once.
   */
  allowOnce: call
    .input(z.strictObject({ requestId: z.uuid(), budgetIds: z.array(z.string().max(64)).min(1).max(50) }))
    .output(z.strictObject({})),
}
