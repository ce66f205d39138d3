import type { BudgetScope } from '../../../shared/ledger/budget.ts'

/** What the main process itself says, in the system's dialogs and notifications. The page names what is in menus. */
export type AppWords = {
  closing: {
    /** How many answers are still being read. */
    message(count: number): string
    detail: string
    keepWaiting: string
    close: string
  }
  link: { title: string; message(host: string): string; open: string; cancel: string }
  files: { usageLogs: string; all: string }
  newerStorage: {
    message: string
    /** The formats of the data on disk, and the newest that this version knows. */
    detail(found: number, known: number): string
    quit: string
    openFolder: string
  }
  budget: {
    reached: string
    almost: string
    /** Both amounts as they are written. */
    spent(amount: string, limit: string, scope: BudgetScope): string
    stops: string
  }
}
