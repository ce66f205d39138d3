import { type BrowserWindow, Notification } from 'electron'
import type { BudgetState } from '../../shared/ledger/budget.ts'
import { formatUsd } from '../../shared/money/ticks.ts'
import { showWindow } from './show-window.ts'
import { words } from './words/words.ts'

/** Tells of a threshold that was passed with the system's own notification; a click brings the window back. */
export function createBudgetNotifier(
  window: () => BrowserWindow | null,
  isWanted: () => boolean,
): (state: BudgetState) => void {
  return ({ budget, spent, reserved, level }) => {
    if (!isWanted() || !Notification.isSupported()) return
    const reached = level === 'reached'
    const say = words().budget
    const amount = formatUsd(spent + reserved, { digits: 4 })
    const notification = new Notification({
      title: reached ? say.reached : say.almost,
      body:
        say.spent(amount, formatUsd(budget.limit), budget.scope) + (reached && budget.stop ? say.stops : ''),
    })
    notification.on('click', () => showWindow(window()))
    notification.show()
  }
}
