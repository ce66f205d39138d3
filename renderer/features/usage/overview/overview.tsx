import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { requestsIn } from '../charts/draw-spend.ts'
import { dayText } from '../day-text.ts'
import { FilterFields } from '../filter-fields.tsx'
import { PeriodPicker } from '../period-picker.tsx'
import { RequestsSection } from '../requests/requests-section.tsx'
import { ExportLedger } from '../transfer/export-ledger.tsx'
import { isNarrowed } from '../usage-address.ts'
import type { Looking } from '../use-usage-look.ts'
import { ChartPanel } from './chart-panel.tsx'
import { MomentLine } from './moment-line.tsx'
import { TotalsPanel } from './totals-panel.tsx'
import { type Shown, useOverview } from './use-overview.ts'

/** Totals, a chart and the rows of one period; or why there is nothing and what helps. */
export function Overview({ looking }: { looking: Looking }): ReactNode {
  const rpc = useRpc().query
  const { query, demo } = looking
  const names = useQuery(rpc.ledger.names.queryOptions({ input: { demo } }))
  const overview = useOverview(looking)
  const { shown, isRenewing } = overview
  const failed = overview.error !== null ? overview : names.isError ? namesFailed(names) : null
  const notice = failed !== null && (
    <FailureNotice failure={failureOfError(failed.error)} onRetry={failed.retry} />
  )
  if (shown === null || names.data === undefined) {
    return notice === false ? <SkeletonLines lines={12} /> : notice
  }
  if (names.data.days === null) return <NothingYet demo={demo} />
  return (
    <>
      {notice}
      <div className="usage-fields">
        <PeriodPicker looking={looking} />
        <FilterFields looking={looking} />
      </div>
      <RowsGone before={names.data.rowsFrom} from={query.period.from} />
      <MomentLine readAt={shown.readAt} isRenewing={isRenewing} />
      <div className="usage-panel" aria-busy={isRenewing}>
        <TotalsPanel totals={shown.totals} demo={demo} />
        <ExportLedger looking={looking} totals={shown.totals} />
        <Contents looking={looking} shown={shown} />
      </div>
    </>
  )
}

function namesFailed({ error, refetch }: { error: unknown; refetch: () => unknown }) {
  return { error, retry: () => void refetch() }
}

function Contents({ looking, shown }: { looking: Looking; shown: Shown }): ReactNode {
  const { t } = useTranslation('usage')
  const { look, change } = looking
  const { totals } = shown
  const nothing = requestsIn(totals) === 0 && totals.spent === 0n && !isNarrowed(look)
  return (
    <>
      {nothing && look.period !== 'all' && (
        <p className="usage-outcome">
          {t('noneInPeriod.text')}{' '}
          <Button onClick={() => change({ period: 'all', from: null, to: null })}>
            {t('noneInPeriod.action')}
          </Button>
        </p>
      )}
      <ChartPanel looking={looking} shown={shown} />
      <RequestsSection looking={looking} />
    </>
  )
}

function NothingYet({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation('usage')
  return (
    <StatePanel
      heading={t('empty.heading')}
      drawing="usage"
      action={
        <Link className="link-button primary" href="/playground">
          {t('empty.action')}
        </Link>
      }
    >
      <p>{demo ? t('empty.demo') : t('empty.text')}</p>
    </StatePanel>
  )
}

/** The table cannot show rows that retention let go of, though totals and charts count them. */
function RowsGone({ before, from }: { before: string | null; from: string | null }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  if (before === null || (from !== null && from >= before)) return null
  return <p className="quiet">{t('gone', { day: dayText(before, i18n.language) })}</p>
}
