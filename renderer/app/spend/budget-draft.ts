import type { Budget, BudgetScope } from '../../../shared/ledger/budget.ts'
import { formatUsd, parseUsd } from '../../../shared/money/ticks.ts'

/** A budget as it stands in the form. */
export type BudgetDraft = {
  scope: BudgetScope
  /** `''` = each on its own. */
  subject: string
  limit: string
  warn: string
  stop: boolean
}

/** What cannot be saved. */
export type DraftFault = 'limit' | 'warn'

const MOST = 10n ** 17n

/** What the form begins with. */
export function draftOf(budget: Budget | null): BudgetDraft {
  if (budget === null) return { scope: 'month', subject: '', limit: '', warn: '80', stop: true }
  const { scope, subject, limit, warnPercent, stop } = budget
  return {
    scope,
    subject: subject ?? '',
    limit: formatUsd(limit).replace('$', ''),
    warn: warnPercent === null ? '' : String(warnPercent),
    stop,
  }
}

/** The budget that the form describes, or which of its fields say nothing that can be. */
export function budgetOf(draft: BudgetDraft, id: string): Budget | readonly DraftFault[] {
  const limit = parseUsd(draft.limit)
  const warn = draft.warn.trim()
  const warnPercent = warn === '' ? null : Number(warn)
  const limitIsWrong = limit === null || limit <= 0n || limit > MOST
  const warnIsWrong =
    warnPercent !== null && !(Number.isInteger(warnPercent) && warnPercent >= 1 && warnPercent <= 99)
  if (limitIsWrong || warnIsWrong) {
    return [...(limitIsWrong ? (['limit'] as const) : []), ...(warnIsWrong ? (['warn'] as const) : [])]
  }
  const hasSubject = draft.scope === 'key' || draft.scope === 'conversation'
  const subject = hasSubject && draft.subject !== '' ? draft.subject : null
  return { id, scope: draft.scope, subject, limit, warnPercent, stop: draft.stop }
}
