import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import type { EstimatePoint } from './estimate-points.ts'

/** The numbers of one comparison in words; its place is kept when none is pointed at. */
export function PointWords({ point }: { point: EstimatePoint | null }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  if (point === null) return <p className="quiet">{t('estimates.legend')}</p>
  return (
    <p role="status">
      {t(`estimates.point.${point.source}`, {
        estimated: countText(point.estimated, i18n.language),
        actual: countText(point.actual, i18n.language),
        error: errorText(point.error, i18n.language),
        kind: t(`kinds.${point.kind}`),
      })}
    </p>
  )
}

export function errorText(error: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(error)
}
