import { lazy, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostHistogram, ModelSpeeds } from '../../../../shared/ledger/chart-schema.ts'
import { countText } from '../../../ui/number-text.ts'
import { drawHistogram } from '../charts/draw-histogram.ts'
import { drawSpeeds, type SpeedWords } from '../charts/draw-speeds.ts'
import type { DrawnFiles } from '../use-drawn-files.tsx'
import { DrawnFigure } from './drawn-figure.tsx'

const StackedBars = lazy(async () => ({
  default: (await import('../charts/stacked-bars.tsx')).StackedBars,
}))
const NamedBars = lazy(async () => ({ default: (await import('../charts/named-bars.tsx')).NamedBars }))

type FileProps = { files: DrawnFiles; demo: boolean }

export function HistogramFigure(props: FileProps & { histogram: CostHistogram }): ReactNode {
  const { histogram, files, demo } = props
  const { t, i18n } = useTranslation('usage')
  const { bars, table } = useMemo(
    () =>
      drawHistogram(histogram, {
        locale: i18n.language,
        from: t('charts.histogram.from'),
        below: t('charts.histogram.below'),
        requests: t('draw.total.requests'),
        nothing: t('charts.histogram.nothing'),
      }),
    [histogram, t, i18n.language],
  )
  const title = t('charts.histogram.title')
  const { unknown } = histogram
  return (
    <DrawnFigure
      title={title}
      explain="cost-spread"
      name="cost-per-request"
      table={table}
      files={files}
      demo={demo}
      words={
        unknown > 0 && (
          <p className="quiet">
            {t('charts.histogram.unknown', { count: unknown, shown: countText(unknown, i18n.language) })}
          </p>
        )
      }
    >
      <StackedBars
        bars={bars}
        names={[t('draw.total.requests')]}
        scale="count"
        total={t('draw.total.requests')}
        label={title}
      />
    </DrawnFigure>
  )
}

/** Two drawings, because the two have units of their own. */
export function SpeedFigures(props: FileProps & { speeds: ModelSpeeds }): ReactNode {
  const { speeds, files, demo } = props
  const { t } = useTranslation('usage')
  const say = useSpeedWords()
  return (['firstTokenMs', 'tokensPerSecond'] as const).map((which) => {
    const { points, table } = drawSpeeds(speeds, which, say)
    const title = t(`charts.speed.${which}`)
    return (
      <DrawnFigure
        key={which}
        title={title}
        explain="model-speed"
        name={which === 'firstTokenMs' ? 'first-token' : 'tokens-per-second'}
        table={table}
        files={files}
        demo={demo}
        words={points.length === 0 && <p className="quiet">{t('charts.speed.none')}</p>}
      >
        <NamedBars points={points} label={title} />
      </DrawnFigure>
    )
  })
}

function useSpeedWords(): SpeedWords {
  const { t, i18n } = useTranslation(['usage', 'ui'])
  return useMemo(
    () => ({
      locale: i18n.language,
      model: t('usage:filters.model'),
      measured: t('usage:charts.speed.measured'),
      mean: t('usage:charts.speed.mean'),
      median: t('usage:charts.speed.median'),
      slowest: t('usage:charts.speed.slowest'),
      unknown: t('ui:unknown'),
    }),
    [t, i18n.language],
  )
}
