import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { failureOfError } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { countText } from '../../../ui/number-text.ts'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import type { Looking } from '../use-usage-look.ts'
import { RequestDetails } from './request-details.tsx'
import { RequestTable } from './request-table.tsx'
import { useLedgerChunk } from './use-ledger-chunk.ts'

/** Rows in one scrolling table: browsers cannot lay out a million rows of 28 px below one another. */
const PAGE = 100_000

/** Every request that fits, one row each. */
export function RequestsSection({ looking }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { query, look } = looking
  const asked = useMemo(() => ({ query, sort: look.sort }), [query, look.sort])
  const first = useLedgerChunk(asked, 0)
  const [page, setPage] = useState(0)
  const [opened, setOpened] = useState<LedgerRow | null>(null)
  if (first.data === undefined) {
    return first.isError ? (
      <FailureNotice failure={failureOfError(first.error)} onRetry={() => void first.refetch()} />
    ) : (
      <SkeletonLines lines={6} />
    )
  }
  const { total } = first.data
  const from = page * PAGE < total ? page * PAGE : 0
  const to = Math.min(total, from + PAGE)
  return (
    <section className="usage-requests" aria-label={t('requests.heading')}>
      <div className="usage-head">
        <h2>{t('requests.heading')}</h2>
        <Pages from={from} to={to} total={total} onPage={setPage} />
      </div>
      {total === 0 ? (
        <p className="quiet">{t('requests.none')}</p>
      ) : (
        <RequestTable
          key={from}
          looking={looking}
          asked={asked}
          from={from}
          to={to}
          total={total}
          onOpen={setOpened}
        />
      )}
      {opened !== null && <RequestDetails row={opened} looking={looking} onClose={() => setOpened(null)} />}
    </section>
  )
}

type PagesProps = { from: number; to: number; total: number; onPage: (page: number) => void }

function Pages({ from, to, total, onPage }: PagesProps): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const number = (count: number) => countText(count, i18n.language)
  if (total <= PAGE) {
    return (
      <p className="quiet" data-explain="request-count">
        {t('requests.count', { count: total, shown: number(total) })}
      </p>
    )
  }
  const page = from / PAGE
  return (
    <div className="usage-pages">
      <p className="quiet" data-explain="request-count">
        {t('requests.range', { from: number(from + 1), to: number(to), total: number(total) })}
      </p>
      <Button inactive={page === 0} onClick={() => onPage(page - 1)}>
        {t('requests.previous')}
      </Button>
      <Button inactive={to === total} onClick={() => onPage(page + 1)}>
        {t('requests.next')}
      </Button>
    </div>
  )
}
