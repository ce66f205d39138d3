import type { ReactNode } from 'react'
import type { Budget, BudgetState } from '../../../shared/ledger/budget.ts'
import { Button } from '../../ui/button.tsx'
import { SecondAmount } from './second-amount.tsx'
import { amountText, usdText } from './usd-text.ts'
import { type SpendWords, useSpendWords } from './use-spend-words.ts'

type BudgetTableProps = {
  states: readonly BudgetState[]
  onEdit: (budget: Budget) => void
  onRemove: (state: BudgetState) => void
}

/** Limits beside what counts against them. Words say how each stands; the bar only shows it. */
export function BudgetTable({ states, onEdit, onRemove }: BudgetTableProps): ReactNode {
  const { t } = useSpendWords()
  const columns = ['limit', 'spent', 'reserved'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="usage-table-frame" aria-label={t('table')} tabIndex={0}>
      <table className="usage-table" aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col">{t('columns.budget')}</th>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className="num"
                data-explain={name === 'limit' ? 'budget-limit' : 'budget-used'}
              >
                {t(`columns.${name}`)}
              </th>
            ))}
            <th scope="col" data-explain="budget-used">
              {t('columns.share')}
            </th>
            <th scope="col">{t('columns.state')}</th>
            <th scope="col" data-explain="budget-limit">
              {t('columns.rule')}
            </th>
            <th scope="col">{t('columns.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <BudgetRow
              key={`${state.budget.id} ${state.subject}`}
              state={state}
              onEdit={onEdit}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type BudgetRowProps = { state: BudgetState } & Pick<BudgetTableProps, 'onEdit' | 'onRemove'>

function BudgetRow({ state, onEdit, onRemove }: BudgetRowProps): ReactNode {
  const { t, i18n } = useSpendWords()
  const { budget, spent, reserved, atLeast, level } = state
  const name = budgetName(state, t)
  const share = Number(((spent + reserved) * 1000n) / budget.limit) / 1000
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const single = budget.scope === 'request'
  return (
    <tr data-level={level}>
      <th scope="row">{name}</th>
      <td className="num">{usdText(budget.limit)}</td>
      <td className="num">
        {!single && (
          <>
            {amountText(spent, !atLeast, (amount) => t('bar.atLeast', { amount })) ?? t('bar.unknown')}
            <SecondAmount ticks={spent} atLeast={atLeast} />
          </>
        )}
      </td>
      <td className="num">{single ? '' : usdText(reserved)}</td>
      <td>
        {single ? (
          t('perRequest')
        ) : (
          <span className="budget-share">
            <span className="budget-bar" aria-hidden="true">
              <span style={{ width: `${Math.min(100, share * 100)}%` }} data-level={level} />
            </span>
            {percent.format(share)}
          </span>
        )}
      </td>
      <td className={level === 'ok' ? undefined : 'warn'}>{single ? '' : t(`levels.${level}`)}</td>
      <td className="budget-rule">{ruleWords(budget, t)}</td>
      <td>
        <Button kind="plain" onClick={() => onEdit(budget)}>
          {t('edit')}
          <span className="visually-hidden"> {name}</span>
        </Button>
        <Button kind="plain" onClick={() => onRemove(state)}>
          {t('remove')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </td>
    </tr>
  )
}

/** What it is for, in words. */
export function budgetName({ budget, subject }: BudgetState, t: SpendWords): string {
  const whose = budget.subject ?? subject
  return whose === null ? t(`scopes.${budget.scope}`) : t(`scopeOf.${budget.scope}`, { subject: whose })
}

function ruleWords({ stop, warnPercent }: Budget, t: SpendWords): string {
  const limit = stop ? t('stops') : t('tells')
  return warnPercent === null ? limit : `${limit} · ${t('warnAt', { percent: warnPercent })}`
}
