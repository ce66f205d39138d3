import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { PriceHistory as History } from '../../../../shared/contract/catalog.ts'
import { usePreferences } from '../../../app/use-preferences.ts'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { ChartFrame } from '../../../ui/charts/chart-frame.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { exactTime } from '../../../ui/time-text.ts'
import { priceText } from '../language/price-texts.ts'
import { SavedFile } from '../saved-file.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { HISTORY_CLASSES, historySteps, MOST_STEPS } from './history-lines.ts'

const HistoryChart = lazy(async () => ({ default: (await import('./history-chart.tsx')).HistoryChart }))

type PriceHistoryProps = {
  id: string
  /** Marks a saved image as not real. */
  demo: boolean
}

/** How the prices of one model changed since they are recorded here: drawn, and as a table. */
export function PriceHistory({ id, demo }: PriceHistoryProps): ReactNode {
  const { query } = useRpc()
  const history = useQuery(query.catalog.priceHistory.queryOptions({ input: { id } }))
  if (history.isError) {
    return <FailureNotice failure={failureOfError(history.error)} onRetry={() => void history.refetch()} />
  }
  if (history.data === undefined) return <SkeletonLines lines={2} />
  return <KnownHistory id={id} demo={demo} history={history.data} />
}

function KnownHistory({ id, demo, history }: PriceHistoryProps & { history: History }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { state, save } = useSaveFile()
  const [drawingFailed, setDrawingFailed] = useState(false)
  const [first] = history.points
  if (first === undefined || history.points.length === 1) {
    const when = first === undefined ? '' : exactTime(first.readAt, i18n.language)
    return (
      <section>
        <h3>{t('modelDetails:history.title')}</h3>
        <p className="quiet">
          {first === undefined ? t('modelDetails:history.none') : t('modelDetails:history.once', { when })}
        </p>
      </section>
    )
  }
  const label = t('modelDetails:history.chart', { id })
  return (
    <>
      <ChartFrame
        title={label}
        explain="price-history"
        imageMark={demo ? t('ui:demo') : null}
        words={<HistoryWords history={history} />}
        table={<HistoryTable history={history} label={label} />}
        onSaveImage={(content) => {
          setDrawingFailed(false)
          save({ kind: 'png', suggestedName: `price-history-${id}`.slice(0, 200), content })
        }}
        onImageFailed={() => setDrawingFailed(true)}
      >
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <HistoryChart steps={historySteps(history)} label={label} />
        </Suspense>
      </ChartFrame>
      <SavedFile state={drawingFailed ? { kind: 'failed', failure: null } : state} />
    </>
  )
}

function HistoryWords({ history }: { history: History }): ReactNode {
  const { t } = useDetailWords()
  const { preferences } = usePreferences()
  return (
    <span className="quiet">
      {t(`models:unitInHeader.${preferences.priceUnit}`)}
      {history.points.length > MOST_STEPS && ` · ${t('modelDetails:history.left', { count: MOST_STEPS })}`}
    </span>
  )
}

function HistoryTable({ history, label }: { history: History; label: string }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { preferences } = usePreferences()
  return (
    <table className="history-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('modelDetails:history.from')}</th>
          {HISTORY_CLASSES.map((name) => (
            <th key={name} scope="col" className="num">
              {t(`modelDetails:changes.classes.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {history.points.map(({ readAt, prices }) => (
          <tr key={readAt}>
            <th scope="row">{exactTime(readAt, i18n.language)}</th>
            {prices === null ? (
              <td colSpan={HISTORY_CLASSES.length}>{t('modelDetails:history.gone')}</td>
            ) : (
              HISTORY_CLASSES.map((name) => (
                <td key={name} className="num">
                  {priceText(prices[name], preferences.priceUnit) ?? t('ui:unknown')}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
