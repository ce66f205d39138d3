import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type EstimateSample, newest } from '../../../shared/estimate/estimate-sample.ts'
import { weightedMedian } from '../../../shared/estimate/median.ts'
import { useRpc } from '../../rpc.ts'
import { countText } from '../../ui/number-text.ts'
import { useHelpWords } from './use-help-words.ts'

/** In a shorter text one token more or less is already five percent. */
const SHORTEST = 20

/** How far the latest estimates of any model of this server were off. */
export function LearnedWords(): ReactNode {
  const { t, i18n } = useHelpWords()
  const { query } = useRpc()
  const { data } = useQuery(query.estimates.read.queryOptions())
  const errors = (data?.models ?? []).flatMap(({ samples }) => newest(samples, isLongEnough).map(errorOf))
  const typical = weightedMedian(errors.map((value) => ({ value, weight: 1 })))
  if (typical === null) return <span>{t('help:learned.none')}</span>
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const count = errors.length
  return (
    <span>
      {t('help:learned.error', {
        count,
        shown: countText(count, i18n.language),
        error: percent.format(typical),
      })}
    </span>
  )
}

function isLongEnough({ actual }: EstimateSample): boolean {
  return actual >= SHORTEST
}

function errorOf({ estimated, actual }: EstimateSample): number {
  return Math.abs(estimated - actual) / actual
}
