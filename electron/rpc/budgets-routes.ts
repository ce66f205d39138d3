import type { BudgetsService } from '../services/budgets.ts'
import type { Implementer } from './implementer.ts'

export function budgetsRoutes({ budgets: os }: Implementer, budgets: Omit<BudgetsService, 'look'>) {
  return os.router({
    read: os.read.handler(() => budgets.read()),
    save: os.save.handler(({ input }) => budgets.save(input)),
    remove: os.remove.handler(({ input }) => budgets.remove(input.id)),
    preview: os.preview.handler(({ input }) => budgets.preview(input)),
    allowOnce: os.allowOnce.handler(({ input }) => {
      budgets.allowOnce(input)
      return {}
    }),
  })
}
