import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LEDGER_GROUPINGS, SPANS } from '../../../../shared/ledger/ledger-kinds.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
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

/** One chart at a time of what is looked at, with what it is grouped by. */
export function ChartPanel({ looking }: { looking: Looking }): ReactNode {
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
        <Chart looking={looking} files={files} />
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

type ChartProps = { looking: Looking; files: DrawnFiles }

function Chart(props: ChartProps): ReactNode {
  switch (props.looking.look.chart) {
    case 'spend':
    case 'cumulative':
    case 'share':
    case 'cached':
      return <OverTime {...props} />
    case 'histogram':
      return <Histogram {...props} />
    case 'speed':
      return <Speeds {...props} />
  }
}

const figures: Record<'spend' | 'cumulative' | 'share' | 'cached', (props: DrawnProps) => ReactNode> = {
  spend: SpendFigure,
  cumulative: CumulativeFigure,
  share: ShareFigure,
  cached: CachedFigure,
}

function OverTime({ looking, files }: ChartProps): ReactNode {
  const { query, look, demo } = looking
  const { chart } = look
  const rpc = useRpc().query
  const grouped = chart === 'spend' || chart === 'share'
  const span = chart === 'share' ? 'year' : look.span
  const input = { ...query, grouping: grouped ? look.grouping : ('none' as const), span }
  const read = useQuery(rpc.ledger.chart.queryOptions({ input, placeholderData: keepPreviousData }))
  if (read.data === undefined) return <Waiting read={read} />
  const Figure = figures[chart === 'histogram' || chart === 'speed' ? 'spend' : chart]
  return (
    <>
      {read.isError && <Waiting read={read} />}
      <Figure chart={read.data} measure={look.measure} files={files} demo={demo} />
    </>
  )
}

function Histogram({ looking: { query, demo }, files }: ChartProps): ReactNode {
  const rpc = useRpc().query
  const read = useQuery(
    rpc.ledger.histogram.queryOptions({ input: query, placeholderData: keepPreviousData }),
  )
  if (read.data === undefined) return <Waiting read={read} />
  return <HistogramFigure histogram={read.data} files={files} demo={demo} />
}

function Speeds({ looking: { query, demo }, files }: ChartProps): ReactNode {
  const rpc = useRpc().query
  const read = useQuery(rpc.ledger.speeds.queryOptions({ input: query, placeholderData: keepPreviousData }))
  if (read.data === undefined) return <Waiting read={read} />
  return <SpeedFigures speeds={read.data} files={files} demo={demo} />
}

type Read = { isError: boolean; error: unknown; refetch: () => Promise<unknown> }

function Waiting({ read }: { read: Read }): ReactNode {
  if (read.isError)
    return <FailureNotice failure={failureOfError(read.error)} onRetry={() => void read.refetch()} />
  return (
    <div className="usage-drawing">
      <SkeletonLines lines={8} />
    </div>
  )
}
