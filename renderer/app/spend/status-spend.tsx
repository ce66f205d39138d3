import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Budgets } from '../../../shared/contract/budgets.ts'
import { useRpc } from '../../rpc.ts'
import { amountText } from './usd-text.ts'
import { useLedgerEvents } from './use-ledger-events.ts'
import { type SpendWords, useSpendWords } from './use-spend-words.ts'

/** Spend of today and of this month to the tick, and how budgets stand; leads to Usage. */
export function StatusSpend(): ReactNode {
  const { t } = useSpendWords()
  const { query } = useRpc()
  const { data, isError } = useQuery(query.budgets.read.queryOptions())
  useLedgerEvents()
  if (data === undefined) return isError ? <span className="warn">{t('bar.failed')}</span> : null
  const state = budgetWords(data, t)
  return (
    <Link
      className="status-spend"
      data-explain="spent"
      href={state === null ? '/usage' : '/usage?tab=budgets'}
      title={t('bar.link')}
    >
      {t('bar.today', { amount: spendText(data.today, t) })} ·{' '}
      {t('bar.month', { amount: spendText(data.month, t) })}
      {state !== null && <span className={state.kind === 'ok' ? 'quiet' : 'warn'}> · {state.text}</span>}
    </Link>
  )
}

function spendText({ ticks, atLeast }: Budgets['today'], t: SpendWords): string {
  return amountText(ticks, !atLeast, (amount) => t('bar.atLeast', { amount })) ?? t('bar.unknown')
}

/** The worst that any budget says; `null` without budgets. */
function budgetWords({ budgets }: Budgets, t: SpendWords): { kind: 'ok' | 'bad'; text: string } | null {
  if (budgets.length === 0) return null
  const count = (level: 'reached' | 'warned') => budgets.filter((state) => state.level === level).length
  if (count('reached') > 0) return { kind: 'bad', text: t('bar.reached', { count: count('reached') }) }
  if (count('warned') > 0) return { kind: 'bad', text: t('bar.warned', { count: count('warned') }) }
  return { kind: 'ok', text: t('bar.ok') }
}
