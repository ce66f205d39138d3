import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetState } from '../../../../shared/ledger/budget.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'
import { useRpc } from '../../../rpc.ts'
import { MoneyText } from '../../../ui/money-text.tsx'

type BudgetLeftProps = { conversationId: string; expected: Ticks }

/** What is left of the budget that is nearest to its limit, and whether this request would pass it. */
export function BudgetLeft({ conversationId, expected }: BudgetLeftProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client, query } = useRpc()
  const { data } = useQuery({
    // Ticks are no JSON, which keys must be.
    queryKey: [...query.budgets.key(), 'preview', conversationId, String(expected)],
    queryFn: ({ signal }) => client.budgets.preview({ conversationId, expected }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const nearest = nearestOf(data ?? [])
  if (nearest === null) return null
  const scope = t(`budget.scope.${nearest.budget.scope}`)
  return (
    <p className={nearest.level === 'ok' ? 'quiet' : 'warn'} data-explain="budget-left">
      {t('budget.left')} {scope}: <MoneyText ticks={leftOf(nearest)} />
      {nearest.level === 'reached' && ` · ${t('budget.over', { scope })}`}
      {nearest.level === 'warned' && ` · ${t('budget.near', { scope })}`}
    </p>
  )
}

function leftOf({ budget, spent, reserved }: BudgetState): Ticks {
  const left = budget.limit - spent - reserved
  return left > 0n ? left : 0n
}

function nearestOf(states: readonly BudgetState[]): BudgetState | null {
  return states.reduce<BudgetState | null>(
    (nearest, state) => (nearest === null || leftOf(state) < leftOf(nearest) ? state : nearest),
    null,
  )
}
