import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { Budget } from '../../shared/ledger/budget.ts'
import type { BudgetStore } from '../services/ledger-ports.ts'
import type { Guard } from './guard.ts'
import { createStatements, Flag, Whole } from './statements.ts'

const Row = z
  .object({
    id: z.string(),
    scope: z.string(),
    subject: z.string().nullable(),
    limit_ticks: z.bigint(),
    warn_percent: Whole.nullable(),
    stops: Flag,
  })
  .transform(({ id, scope, subject, limit_ticks, warn_percent, stops }) => ({
    ...{ id, scope, subject, limit: limit_ticks, warnPercent: warn_percent, stop: stops },
  }))
  .pipe(Budget)

const SAVE = `INSERT INTO budget (id, scope, subject, limit_ticks, warn_percent, stops) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET scope = excluded.scope, subject = excluded.subject,
    limit_ticks = excluded.limit_ticks, warn_percent = excluded.warn_percent, stops = excluded.stops`
const NOTICE = `INSERT INTO budget_notice (budget_id, span, level) SELECT id, ?, ? FROM budget WHERE id = ?
  ON CONFLICT DO NOTHING`

/** Budgets and what was told of them. A budget that is changed may tell again. */
export function createBudgetStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'budget'; id: string }) => void,
): BudgetStore {
  const sql = createStatements(database)
  return {
    list: () =>
      guard(() =>
        sql('SELECT * FROM budget ORDER BY rowid')
          .all()
          .flatMap((raw) => {
            const row = Row.safeParse(raw)
            if (row.success) return [row.data]
            onUnreadableRow({ table: 'budget', id: String(raw['id']) })
            return []
          }),
      ),
    save: ({ id, scope, subject, limit, warnPercent, stop }) =>
      guard(() => {
        sql(SAVE).run(id, scope, subject, limit, warnPercent, stop ? 1 : 0)
        sql('DELETE FROM budget_notice WHERE budget_id = ?').run(id)
      }),
    remove: (id) =>
      guard(() => {
        sql('DELETE FROM budget WHERE id = ?').run(id)
      }),
    notice: (budgetId, span, level) =>
      guard(() => Number(sql(NOTICE).run(span, level, budgetId).changes) > 0),
  }
}
