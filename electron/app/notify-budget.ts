import { type BrowserWindow, Notification } from 'electron'
import type { BudgetScope, BudgetState } from '../../shared/ledger/budget.ts'
import { formatUsd } from '../../shared/money/ticks.ts'

const NAMES: Record<BudgetScope, string> = {
  request: 'one request',
  conversation: 'a conversation',
  day: 'today',
  month: 'this month',
  key: 'this key and month',
}

/** Tells of a threshold that was passed with the system's own notification; a click brings the window back. */
export function createBudgetNotifier(window: () => BrowserWindow | null): (state: BudgetState) => void {
  return ({ budget, spent, reserved, level }) => {
    if (!Notification.isSupported()) return
    const reached = level === 'reached'
    const notification = new Notification({
      title: reached ? 'Tokenbook: a budget is reached' : 'Tokenbook: a budget is almost used up',
      body: `${formatUsd(spent + reserved, { digits: 4 })} of ${formatUsd(budget.limit)} for ${NAMES[budget.scope]} is spent.${
        reached && budget.stop ? ' Requests stop before they are sent.' : ''
      }`,
    })
    notification.on('click', () => {
      const opened = window()
      if (opened?.isMinimized()) opened.restore()
      opened?.focus()
    })
    notification.show()
  }
}
