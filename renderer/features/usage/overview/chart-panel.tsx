import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LEDGER_GROUPINGS, SPANS } from '../../../../shared/ledger/ledger-kinds.ts'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { TabList, tabId } from '../../../ui/tab-list.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { CHARTS, MEASURES } from '../usage-address.ts'
import { type DrawnFiles, useDrawnFiles } from '../use-drawn-files.tsx'
import type { Looking } from '../use-usage-look.ts'
import {
  CachedFigure,
  CumulativeFigure,
  type DrawnProps,
  ShareFigure,
  SpendFigure,
} from './chart-over-time.tsx'
import { HistogramFigure, SpeedFigures } from './request-figures.tsx'
import type { Shown } from './use-overview.ts'

/** One chart at a time of what is looked at, with what it is grouped by. */
export function ChartPanel({ looking, shown }: { looking: Looking; shown: Shown }): ReactNode {
  const { t } = useTranslation('usage')
  const { look, change } = looking
  const panelId = useId()
  const files = useDrawnFiles()
  return (
    <section className="usage-charts card" aria-label={t('charts.label')}>
      <h2 className="visually-hidden">{t('charts.label')}</h2>
      <div className="usage-chart-head">
        <TabList
          label={t('charts.which')}
          value={look.chart}
          tabs={CHARTS.map((value) => ({ value, label: t(`charts.names.${value}`) }))}
          onChange={(chart) => change({ chart })}
          panelId={panelId}
        />
        <GroupFields looking={looking} />
      </div>
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, look.chart)}
        className="usage-chart-panel"
      >
        <Chart looking={looking} shown={shown} files={files} />
      </div>
      {files.outcome}
    </section>
  )
}

const AUTOMATIC = 'automatic'

function GroupFields({ looking: { look, change } }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { chart } = look
  const overTime = chart === 'spend' || chart === 'cumulative' || chart === 'cached'
  const grouped = chart === 'spend' || chart === 'share'
  return (
    <div className="usage-fields">
      {grouped && (
        <ChoiceField
          label={t('grouping.label')}
          value={look.grouping}
          options={LEDGER_GROUPINGS.map((value) => ({ value, label: t(`grouping.names.${value}`) }))}
          onChange={(by) => change({ by })}
        />
      )}
      {overTime && (
        <ChoiceField
          label={t('span.label')}
          value={look.span ?? AUTOMATIC}
          options={[
            { value: AUTOMATIC, label: t('span.automatic') },
            ...SPANS.map((value) => ({ value, label: t(`span.names.${value}`) })),
          ]}
          onChange={(span) => change({ span: span === AUTOMATIC ? null : span })}
        />
      )}
      {chart === 'spend' && (
        <ChoiceField
          label={t('measure.label')}
          value={look.measure}
          options={MEASURES.map((value) => ({ value, label: t(`measure.names.${value}`) }))}
          onChange={(measure) => change({ measure })}
        />
      )}
    </div>
  )
}

type ChartProps = { looking: Looking; shown: Shown; files: DrawnFiles }

const figures: Record<'spend' | 'cumulative' | 'share' | 'cached', (props: DrawnProps) => ReactNode> = {
  spend: SpendFigure,
  cumulative: CumulativeFigure,
  share: ShareFigure,
  cached: CachedFigure,
}

/** Another kind of chart than the one that is shown was just chosen: its place is kept until its numbers come. */
function Chart({ looking: { look, demo }, shown: { drawn }, files }: ChartProps): ReactNode {
  const { chart } = look
  if (chart === 'histogram') {
    if (drawn.kind !== 'histogram') return <Waiting />
    return <HistogramFigure histogram={drawn.histogram} files={files} demo={demo} />
  }
  if (chart === 'speed') {
    return drawn.kind === 'speed' ? (
      <SpeedFigures speeds={drawn.speeds} files={files} demo={demo} />
    ) : (
      <Waiting />
    )
  }
  if (drawn.kind !== 'over-time') return <Waiting />
  const Figure = figures[chart]
  return <Figure chart={drawn.chart} wanted={look.span} measure={look.measure} files={files} demo={demo} />
}

function Waiting(): ReactNode {
  return (
    <div className="usage-drawing">
      <SkeletonLines lines={8} />
    </div>
  )
}
