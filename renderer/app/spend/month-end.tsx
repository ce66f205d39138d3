import type { ReactNode } from 'react'
import type { Budgets } from '../../../shared/contract/budgets.ts'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import { aboutUsd, usdText } from './usd-text.ts'
import { useSpendWords } from './use-spend-words.ts'

/** What this month will have cost, with its range; a projection is no bill, so its amounts are rounded. */
export function MonthEnd({ budgets: { projection, budgets } }: { budgets: Budgets }): ReactNode {
  const { t } = useSpendWords()
  if (projection === null) {
    return (
      <div>
        <h3>{t('projection.heading')}</h3>
        <p className="quiet">{t('projection.none')}</p>
      </div>
    )
  }
  const { likely, low, high } = projection
  const over = budgets.find(({ budget }) => budget.scope === 'month' && likely > budget.limit)
  return (
    <div data-explain="month-end">
      <h3>{t('projection.heading')}</h3>
      <p>
        {t('projection.likely', { likely: aboutUsd(likely) })}
        <SentenceGap />
        <span className="quiet">{t('projection.range', { low: aboutUsd(low), high: aboutUsd(high) })}</span>
      </p>
      {over !== undefined && (
        <p className="warn">{t('projection.over', { limit: usdText(over.budget.limit) })}</p>
      )}
    </div>
  )
}
