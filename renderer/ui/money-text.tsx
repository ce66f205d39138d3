import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd, type Ticks } from '../../shared/money/ticks.ts'
import { UnknownValue } from './unknown-value.tsx'

type MoneyTextProps = {
  /** `null` = unknown. */
  ticks: Ticks | null
  /** Why it is unknown. */
  reason?: string
  /** A part of the sum is unknown, so this is a lower bound. */
  atLeast?: boolean
}

/** An exact amount of dollars with as many digits as it needs. */
export function MoneyText({ ticks, reason, atLeast = false }: MoneyTextProps): ReactNode {
  const { t } = useTranslation('ui')
  if (ticks === null) return <UnknownValue reason={reason ?? t('notTold')} />
  const amount = formatUsd(ticks)
  return <span className="money">{atLeast ? t('atLeast', { amount }) : amount}</span>
}
