import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetState } from '../../../../shared/ledger/budget.ts'
import { verdictOf } from '../../../../shared/ledger/budget-verdict.ts'
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
  const nearest = nearestOf(data ?? [], expected)
  if (nearest === null) return null
  const scope = t(`budget.scope.${nearest.budget.scope}`)
  const verdict = verdictOf(nearest, expected)
  return (
    <p className={verdict === 'fits' ? 'quiet' : 'warn'} data-explain="budget-left">
      {t('budget.left')} {scope}: <MoneyText ticks={leftOf(nearest)} />
      {verdict !== 'fits' && ` · ${t(`budget.${verdict}`, { scope })}`}
    </p>
  )
}

function leftOf({ budget, spent, reserved }: BudgetState): Ticks {
  const left = budget.scope === 'request' ? budget.limit : budget.limit - spent - reserved
  return left > 0n ? left : 0n
}

const GRAVITY = { fits: 0, near: 1, passes: 2, stops: 3 }

/** The budget that says the worst of such a request, and of these the one with the least left. */
function nearestOf(states: readonly BudgetState[], expected: Ticks): BudgetState | null {
  const gravity = (state: BudgetState) => GRAVITY[verdictOf(state, expected)]
  return states.reduce<BudgetState | null>((nearest, state) => {
    if (nearest === null || gravity(state) > gravity(nearest)) return state
    return gravity(state) === gravity(nearest) && leftOf(state) < leftOf(nearest) ? state : nearest
  }, null)
}
