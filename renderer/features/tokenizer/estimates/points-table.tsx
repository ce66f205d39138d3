import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import { exactTime } from '../../../ui/time-text.ts'
import type { EstimatePoint } from './estimate-points.ts'
import { errorText } from './point-words.tsx'

/** The chart's numbers as a table, newest first. */
export function PointsTable({ points }: { points: readonly EstimatePoint[] }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  return (
    <table className="token-table">
      <thead>
        <tr>
          <th scope="col">{t('estimates.when')}</th>
          <th scope="col">{t('estimates.source')}</th>
          <th scope="col">{t('estimates.kind')}</th>
          <th scope="col" className="num">
            {t('estimates.estimated')}
          </th>
          <th scope="col" className="num">
            {t('estimates.actual')}
          </th>
          <th scope="col" className="num">
            {t('estimates.error')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...points].reverse().map((point) => (
          <tr key={point.key}>
            <td>{exactTime(point.at, i18n.language)}</td>
            <td>{t(`estimates.sources.${point.source}`)}</td>
            <td>{t(`kinds.${point.kind}`)}</td>
            <td className="num">{countText(point.estimated, i18n.language)}</td>
            <td className="num">{countText(point.actual, i18n.language)}</td>
            <td className="num">{errorText(point.error, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
