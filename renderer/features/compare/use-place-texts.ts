import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fraction, fractionNumber } from '../../../shared/compare/fraction.ts'
import type { Variable } from '../../../shared/compare/variable.ts'
import type { Workload } from '../../../shared/compare/workload.ts'

type Tokens = number | Fraction

export type PlaceTexts = {
  /** `1,333.33`. */
  count: (tokens: Tokens) => string
  /** `1,333.33`, or the share of the prompt: `44.44 %`. */
  short: (tokens: Tokens) => string
  /** `1,333.33 tokens`, or `44.44 % cached (1,333.33 tokens)`. */
  full: (tokens: Tokens) => string
}

/** Words for a place on the way of a variable; at most two decimals where it lies between two whole counts. */
export function usePlaceTexts(variable: Variable, { promptTokens }: Workload): PlaceTexts {
  const { t, i18n } = useTranslation('compare')
  const locale = i18n.language
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const number = (tokens: Tokens) => (typeof tokens === 'number' ? tokens : fractionNumber(tokens))
    const count = (tokens: Tokens) => format.format(number(tokens))
    if (variable !== 'cached' || promptTokens === 0) {
      return {
        count,
        short: count,
        full: (tokens) => t('breakEven.at.tokens', { count: number(tokens), tokens: count(tokens) }),
      }
    }
    const percent = (tokens: Tokens) => format.format((number(tokens) / promptTokens) * 100)
    return {
      count,
      short: (tokens) => t('breakEven.percent', { percent: percent(tokens) }),
      full: (tokens) =>
        t('breakEven.at.cached', { count: number(tokens), percent: percent(tokens), tokens: count(tokens) }),
    }
  }, [t, locale, variable, promptTokens])
}
