import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticks } from '../../../shared/money/ticks.ts'
import { dayOfUnixSeconds } from '../../ui/time-text.ts'
import { usePreferences } from '../use-preferences.ts'
import { secondAmountText } from './second-amount-text.ts'

type SecondAmountProps = {
  /** `null` = unknown. */
  ticks: Ticks | null
  /** A part of the sum is unknown, so this is a lower bound. */
  atLeast?: boolean
}

/** The amount before it in the currency chosen in Settings; nothing where none is chosen or nothing is known. */
export function SecondAmount({ ticks, atLeast = false }: SecondAmountProps): ReactNode {
  const { preferences } = usePreferences()
  const { t, i18n } = useTranslation('ui')
  const currency = preferences.secondCurrency
  if (ticks === null || currency === null || (atLeast && ticks === 0n)) return null
  const amount = secondAmountText(ticks, currency, i18n.language)
  return (
    <span className="second-amount" data-approximate="true">
      {atLeast ? t('atLeast', { amount }) : amount}
    </span>
  )
}

/** Which rate the amounts near it were converted with, and of which day it is. */
export function SecondRate(): ReactNode {
  const { preferences } = usePreferences()
  const { t, i18n } = useTranslation('ui')
  const currency = preferences.secondCurrency
  if (currency === null) return null
  const { code, rate, date } = currency
  return (
    <span className="quiet second-rate" data-explain="second-amount">
      {t('secondRate', { code, rate, date: dayOfUnixSeconds(Date.parse(date) / 1000, i18n.language) })}
    </span>
  )
}
