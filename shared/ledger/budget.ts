import { z } from 'zod'
import { BUDGET_SCOPES } from './ledger-kinds.ts'

export const BudgetScope = z.enum(BUDGET_SCOPES)
export type BudgetScope = z.infer<typeof BudgetScope>

/**
 * A limit on spending, in ticks. `day` and `month` are local calendar ones; `key` counts the month of one key;
 * `subject` is the conversation or the redacted key it is for, `null` = each of them on its own.
 */
export const Budget = z.strictObject({
  id: z.string().min(1).max(64),
  scope: BudgetScope,
  subject: z.string().max(512).nullable(),
  limit: z
    .bigint()
    .positive()
    .max(10n ** 17n),
  /** Warn when this much of it is spent; `null` = never. */
  warnPercent: z.number().int().min(1).max(99).nullable(),
  /** Whether requests stop at the limit; otherwise it is only told. */
  stop: z.boolean(),
})
export type Budget = z.infer<typeof Budget>

export const BudgetLevel = z.enum(['ok', 'warned', 'reached'])
export type BudgetLevel = z.infer<typeof BudgetLevel>

/** Ticks. `reserved`: what requests under way may still cost. `atLeast`: something that was spent is not known. */
export const BudgetState = z.strictObject({
  budget: Budget,
  /** Whose: the subject, or the one in use where the budget is for each. */
  subject: z.string().nullable(),
  spent: z.bigint(),
  reserved: z.bigint(),
  atLeast: z.boolean(),
  level: BudgetLevel,
})
export type BudgetState = z.infer<typeof BudgetState>
