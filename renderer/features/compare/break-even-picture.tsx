import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { type CurvePoint, costCurve, curveRange } from '../../../shared/compare/cost-curve.ts'
import type { Crossing } from '../../../shared/compare/crossing.ts'
import { tokensNow, type Variable } from '../../../shared/compare/variable.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { usdText } from '../../app/spend/usd-text.ts'
import { ChartFrame } from '../../ui/charts/chart-frame.tsx'
import { countText } from '../../ui/number-text.ts'
import { CHART_HEIGHT } from './chart-height.ts'
import type { ImageActions } from './use-file-actions.ts'
import { usePlaceTexts } from './use-place-texts.ts'

const BreakEvenChart = lazy(async () => ({
  default: (await import('./break-even-chart.tsx')).BreakEvenChart,
}))

type BreakEvenPictureProps = {
  pair: readonly [Candidate, Candidate]
  workload: Workload
  variable: Variable
  crossings: readonly Crossing[]
  images: ImageActions
}

/** Both costs drawn over the variable, with the crossings labelled and long-context tiers as the jumps they are. */
export function BreakEvenPicture(props: BreakEvenPictureProps): ReactNode {
  const { pair, workload, variable, crossings, images } = props
  const { t } = useTranslation('compare')
  const drawing = useMemo(() => {
    const rates = [pair[0].rates, pair[1].rates] as const
    const to = curveRange(rates, workload, variable, crossings)
    return { to, points: costCurve(rates, workload, variable, to, crossings) }
  }, [pair, workload, variable, crossings])
  const say = usePlaceTexts(variable, workload)
  const axis = {
    words: t(`breakEven.axis.${variable}`),
    ticks: variable === 'cached' ? SHARES.map((share) => share * drawing.to) : null,
    tick: say.short,
    place: say.full,
  }
  const inSight = crossings.filter(({ above }) => above <= drawing.to)
  const label = t('breakEven.chart', { variable: t(`breakEven.variables.${variable}`).toLowerCase() })
  return (
    <ChartFrame
      title={label}
      explain="break-even"
      words={inSight.length < crossings.length && <p className="quiet">{t('breakEven.moreOutside')}</p>}
      table={<PointTable points={drawing.points} pair={pair} variable={variable} />}
      onSaveImage={(png) => images.save('break-even', png)}
      onImageFailed={images.failed}
      imageMark={images.mark}
    >
      <div style={{ minHeight: CHART_HEIGHT }}>
        <Suspense>
          <BreakEvenChart
            label={label}
            axis={axis}
            names={[pair[0].name, pair[1].name]}
            points={drawing.points}
            to={drawing.to}
            now={tokensNow(workload, variable)}
            marks={inSight.filter(isTurn).map(({ at, above }) => ({ at: above, text: say.short(at) }))}
          />
        </Suspense>
      </div>
    </ChartFrame>
  )
}

/** Whether the order turns there; that the first tokens cost the same needs no mark in a corner. */
function isTurn({ before, after }: Crossing): boolean {
  return before !== 'same' && after !== 'same'
}

/** Where a share is written at the axis. */
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]

type PointTableProps = {
  points: readonly CurvePoint[]
  pair: BreakEvenPictureProps['pair']
  variable: Variable
}

function PointTable({ points, pair, variable }: PointTableProps): ReactNode {
  const { t, i18n } = useTranslation('compare')
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{t(`breakEven.axis.${variable}`)}</th>
          {pair.map(({ name }) => (
            <th key={name} scope="col" className="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, a, b }) => (
          <tr key={at}>
            <th scope="row">{countText(at, i18n.language)}</th>
            <td className="num">{usdText(a)}</td>
            <td className="num">{usdText(b)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
