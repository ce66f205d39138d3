import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawWords } from '../charts/draw-spend.ts'
import type { Measure } from '../usage-address.ts'

/** The words that charts over time need. */
export function useDrawWords(measure: Measure): DrawWords {
  const { t, i18n } = useTranslation(['usage', 'ui'])
  return useMemo(
    () => ({
      locale: i18n.language,
      from: t('draw.from'),
      to: t('draw.to'),
      total: t(`draw.total.${measure}`),
      soFar: t('draw.soFar'),
      group: t('draw.group'),
      share: t('draw.share'),
      complete: t('draw.complete'),
      yes: t('draw.yes'),
      no: t('draw.no'),
      cached: t('draw.cached'),
      prompt: t('draw.prompt'),
      cachedShare: t('draw.cachedShare'),
      nothing: t('draw.nothing'),
      atLeast: (amount) => t('totals.atLeast', { amount }),
      unknown: t('ui:unknown'),
    }),
    [t, i18n.language, measure],
  )
}
