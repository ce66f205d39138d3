import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../../shared/compare/cost-sheet.ts'
import type { Period } from '../../../shared/compare/workload-cost.ts'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { usedClasses } from './class-table.tsx'
import { type CostBar, costBars } from './cost-bars.ts'
import type { ImageActions } from './use-file-actions.ts'

const CostChart = lazy(async () => ({ default: (await import('./cost-chart.tsx')).CostChart }))

type CostChartSectionProps = {
  sheet: Sheet
  period: Period
  images: ImageActions
}

/** The costs of a period as bars. */
export function CostChartSection({
  sheet: { rows, workload },
  period,
  images,
}: CostChartSectionProps): ReactNode {
  const { t } = useTranslation('compare')
  const classes = useMemo(() => usedClasses(rows), [rows])
  const bars = useMemo(() => costBars(rows, classes, workload, period), [rows, classes, workload, period])
  if (bars.length === 0) return null
  const title = t(`byClass.chart.${period}`)
  return (
    <ChartFrame
      title={title}
      explain="class-cost"
      words={bars.length < rows.length && <p className="quiet">{t('byClass.notDrawn')}</p>}
      table={<BarTable bars={bars} />}
      onSaveImage={(png) => images.save('cost', png)}
      onImageFailed={images.failed}
      imageMark={images.mark}
    >
      <div style={{ minHeight: bars.length * 36 + 64 }}>
        <Suspense>
          <CostChart bars={bars} classes={classes} label={title} />
        </Suspense>
      </div>
    </ChartFrame>
  )
}

function BarTable({ bars }: { bars: readonly CostBar[] }): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{t('cost.model')}</th>
          {bars[0]?.parts.map(({ name }) => (
            <th key={name} scope="col" className="num">
              {t(`byClass.classes.${name}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t('byClass.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, parts, total }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {parts.map((part) => (
              <td key={part.name} className="num">
                {part.text}
              </td>
            ))}
            <td className="num">{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
