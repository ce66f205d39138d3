import { lazy, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerChart } from '../../../../shared/ledger/chart-schema.ts'
import type { Span } from '../../../../shared/ledger/day.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { drawCached, drawCumulative, drawShare, drawSpend } from '../charts/draw-spend.ts'
import type { Measure } from '../usage-address.ts'
import type { DrawnFiles } from '../use-drawn-files.tsx'
import { useNames } from '../use-names.ts'
import { DrawnFigure } from './drawn-figure.tsx'
import { useDrawWords } from './use-draw-words.ts'

const StackedBars = lazy(async () => ({
  default: (await import('../charts/stacked-bars.tsx')).StackedBars,
}))
const LineOverTime = lazy(async () => ({
  default: (await import('../charts/line-over-time.tsx')).LineOverTime,
}))
const Donut = lazy(async () => ({ default: (await import('../charts/donut.tsx')).Donut }))

export type DrawnProps = {
  chart: LedgerChart
  /** The interval that was chosen; `null` = as suits the period. */
  wanted: Span | null
  measure: Measure
  files: DrawnFiles
  demo: boolean
}

function useGroupNames(chart: LedgerChart): string[] {
  const names = useNames()
  return useMemo(
    () => distinct(chart.groups.map((group) => names.group(chart.grouping, group))),
    [chart, names],
  )
}

/** Two conversations may have one title: each series needs a name of its own. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** Why a chart is not drawn by the interval that was chosen. */
function LongerSpan({ span, wanted }: { span: Span; wanted: Span | null }): ReactNode {
  const { t } = useTranslation('usage')
  if (wanted === null || wanted === span) return null
  const names = { span: t(`span.each.${span}`), wanted: t(`span.each.${wanted}`) }
  return <p className="quiet">{t('span.longer', names)}</p>
}

export function SpendFigure({ chart, wanted, measure, files, demo }: DrawnProps): ReactNode {
  const { t } = useTranslation('usage')
  const say = useDrawWords(measure)
  const names = useGroupNames(chart)
  const { bars, table } = useMemo(() => drawSpend(chart, names, measure, say), [chart, names, measure, say])
  const title = t(`charts.spend.title.${measure}`, { span: t(`span.each.${chart.span}`) })
  return (
    <DrawnFigure
      title={title}
      explain="spend-chart"
      name={`${measure}-by-${chart.span}`}
      table={table}
      files={files}
      demo={demo}
      words={<LongerSpan span={chart.span} wanted={wanted} />}
    >
      <StackedBars
        bars={bars}
        names={names}
        scale={measure === 'cost' ? 'usd' : 'count'}
        total={say.total}
        label={title}
      />
    </DrawnFigure>
  )
}

export function CumulativeFigure({ chart, wanted, files, demo }: DrawnProps): ReactNode {
  const { t } = useTranslation('usage')
  const say = useDrawWords('cost')
  const { points, table } = useMemo(() => drawCumulative(chart, say), [chart, say])
  const title = t('charts.cumulative.title')
  return (
    <DrawnFigure
      title={title}
      explain="spend-chart"
      name="cumulative"
      table={table}
      files={files}
      demo={demo}
      words={<LongerSpan span={chart.span} wanted={wanted} />}
    >
      <LineOverTime points={points} scale="usd" label={title} />
    </DrawnFigure>
  )
}

export function ShareFigure({ chart, files, demo }: DrawnProps): ReactNode {
  const { t } = useTranslation('usage')
  const say = useDrawWords('cost')
  const names = useGroupNames(chart)
  const { slices, table } = useMemo(() => drawShare(chart, names, say), [chart, names, say])
  const title = t('charts.share.title', { grouping: t(`grouping.by.${chart.grouping}`) })
  return (
    <DrawnFigure title={title} explain="spend-chart" name="share" table={table} files={files} demo={demo}>
      <Donut
        slices={slices}
        total={usdText(chart.totals.spent)}
        lead={chart.totals.atLeast ? t('totals.lead') : null}
        label={title}
      />
    </DrawnFigure>
  )
}

export function CachedFigure({ chart, wanted, files, demo }: DrawnProps): ReactNode {
  const { t } = useTranslation('usage')
  const say = useDrawWords('cost')
  const { points, table } = useMemo(() => drawCached(chart, say), [chart, say])
  const title = t('charts.cached.title')
  return (
    <DrawnFigure
      title={title}
      explain="spend-chart"
      name="cached-share"
      table={table}
      files={files}
      demo={demo}
      words={<LongerSpan span={chart.span} wanted={wanted} />}
    >
      <LineOverTime points={points} scale="percent" label={title} />
    </DrawnFigure>
  )
}
