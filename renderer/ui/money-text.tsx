import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd, type Ticks } from '../../shared/money/ticks.ts'
import { fractionLength } from './decimal-alignment.ts'
import { UnknownValue } from './unknown-value.tsx'

type MoneyTextProps = {
  /** `null` = unknown. */
  ticks: Ticks | null
  /** Why it is unknown. */
  reason?: string
  /** A part of the sum is unknown, so this is a lower bound; of 0 it is unknown too. */
  atLeast?: boolean
  /** Digits after the point that the column's longest amount has: shorter ones are moved left to line up. */
  decimals?: number
}

/** An exact amount of dollars with as many digits as it needs. */
export function MoneyText({ ticks, reason, atLeast = false, decimals }: MoneyTextProps): ReactNode {
  const { t } = useTranslation('ui')
  if (ticks === null) return <UnknownValue reason={reason ?? t('notTold')} />
  // At least nothing is not known to be nothing.
  if (atLeast && ticks === 0n) return <UnknownValue reason={reason ?? t('nothingKnown')} />
  const amount = formatUsd(ticks)
  const missing = decimals === undefined ? 0 : Math.max(0, decimals - fractionLength(amount))
  const style = missing === 0 ? undefined : { paddingRight: `${missing}ch` }
  return (
    <span className="money" style={style}>
      {atLeast ? t('atLeast', { amount }) : amount}
    </span>
  )
}
