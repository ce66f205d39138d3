import type { BrowserWindow } from 'electron'
import type { BudgetState } from '../../shared/ledger/budget.ts'
import { formatUsd } from '../../shared/money/ticks.ts'
import { notify } from './notify.ts'
import { words } from './words/words.ts'

/** Tells of a threshold that was passed with the system's own notification; a click brings the window back. */
export function createBudgetNotifier(
  window: () => BrowserWindow | null,
  isWanted: () => boolean,
): (state: BudgetState) => void {
  return ({ budget, spent, reserved, level }) => {
    if (!isWanted()) return
    const reached = level === 'reached'
    const say = words().budget
    const amount = formatUsd(spent + reserved, { digits: 4 })
    notify(window, {
      title: reached ? say.reached : say.almost,
      body:
        say.spent(amount, formatUsd(budget.limit), budget.scope) + (reached && budget.stop ? say.stops : ''),
    })
  }
}
