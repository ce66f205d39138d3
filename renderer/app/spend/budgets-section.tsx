import './spend.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Budgets } from '../../../shared/contract/budgets.ts'
import type { Budget, BudgetState } from '../../../shared/ledger/budget.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { BudgetForm } from './budget-form.tsx'
import { BudgetTable, budgetName } from './budget-table.tsx'
import { MonthEnd } from './month-end.tsx'
import { SecondRate } from './second-amount.tsx'
import { useSpendWords } from './use-spend-words.ts'

/** Every budget with what it has used, and the month's projection; budgets are added, changed and removed here. */
export function BudgetsSection(): ReactNode {
  const { t } = useSpendWords()
  const { query } = useRpc()
  const read = useQuery(query.budgets.read.queryOptions())
  return (
    <section className="card usage-section" aria-label={t('heading')}>
      <h2>{t('heading')}</h2>
      <p className="quiet">{t('explained')}</p>
      {read.isError && (
        <FailureNotice failure={failureOfError(read.error)} onRetry={() => void read.refetch()} />
      )}
      {read.data === undefined ? (
        !read.isError && <SkeletonLines lines={4} />
      ) : (
        <KnownBudgets budgets={read.data} />
      )}
    </section>
  )
}

function KnownBudgets({ budgets }: { budgets: Budgets }): ReactNode {
  const { t } = useSpendWords()
  const { save, remove, failure } = useBudgetChanges()
  const [removed, setRemoved] = useState<BudgetState | null>(null)
  /** `new`: a budget that is not there yet. */
  const [editing, setEditing] = useState<Budget | 'new' | null>(null)
  return (
    <>
      {budgets.demo && <p className="quiet">{t('demo')}</p>}
      {budgets.budgets.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <BudgetTable
            states={budgets.budgets}
            onEdit={setEditing}
            onRemove={(state) => remove(state.budget.id, () => setRemoved(state))}
          />
          <SecondRate />
        </>
      )}
      <p className="budget-removed" role="status">
        {removed !== null && (
          <>
            {t('removed', { name: budgetName(removed, t) })}{' '}
            <Button onClick={() => save(removed.budget, () => setRemoved(null))}>{t('undo')}</Button>
          </>
        )}
      </p>
      {failure}
      {editing === null ? (
        <div className="budget-add">
          <Button onClick={() => setEditing('new')}>{t('add')}</Button>
        </div>
      ) : (
        <BudgetForm
          key={editing === 'new' ? 'new' : editing.id}
          budget={editing === 'new' ? null : editing}
          demo={budgets.demo}
          onSave={(budget) => save(budget, () => setEditing(null))}
          onClose={() => setEditing(null)}
        />
      )}
      <MonthEnd budgets={budgets} />
    </>
  )
}

function useBudgetChanges() {
  const { query } = useRpc()
  const queries = useQueryClient()
  const shown = (budgets: Budgets) => queries.setQueryData(query.budgets.read.queryKey(), budgets)
  const save = useMutation(query.budgets.save.mutationOptions({ onSuccess: shown }))
  const remove = useMutation(query.budgets.remove.mutationOptions({ onSuccess: shown }))
  const error = save.error ?? remove.error
  return {
    save: (budget: Budget, done: () => void) => save.mutate(budget, { onSuccess: done }),
    remove: (id: string, done: () => void) => remove.mutate({ id }, { onSuccess: done }),
    failure: error === null ? null : <FailureNotice failure={failureOfError(error)} />,
  }
}
