import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
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
import { TotalsPanel } from './totals-panel.tsx'

/** Totals, a chart and the rows of one period; or why there is nothing and what helps. */
export function Overview({ looking }: { looking: Looking }): ReactNode {
  const rpc = useRpc().query
  const { query, demo } = looking
  const names = useQuery(rpc.ledger.names.queryOptions({ input: { demo } }))
  const totals = useQuery(rpc.ledger.totals.queryOptions({ input: query, placeholderData: keepPreviousData }))
  const failed = totals.isError ? totals : names.isError ? names : null
  const notice = failed !== null && (
    <FailureNotice failure={failureOfError(failed.error)} onRetry={() => void failed.refetch()} />
  )
  if (totals.data === undefined || names.data === undefined) {
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
      <TotalsPanel totals={totals.data} demo={demo} />
      <ExportLedger looking={looking} totals={totals.data} />
      <Contents looking={looking} totals={totals.data} />
    </>
  )
}

function Contents({ looking, totals }: { looking: Looking; totals: LedgerTotals }): ReactNode {
  const { t } = useTranslation('usage')
  const { look, change } = looking
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
      <ChartPanel looking={looking} />
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
