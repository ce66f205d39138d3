import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SecondAmount, SecondRate } from '../../../app/spend/second-amount.tsx'
import { useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { exactTime } from '../../../ui/time-text.ts'

const PAGE = 20

/** What was run before; each can be opened again with its vote and notes. */
export function EarlierComparisons({
  openId,
  onOpen,
}: {
  openId: string | null
  onOpen: (id: string) => void
}): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const { query } = useRpc()
  const list = useInfiniteQuery(
    query.comparisons.list.infiniteOptions({
      input: (cursor: string | null) => ({ cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      // Answers go on while this is not shown.
      staleTime: 0,
    }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-label={t('compare.earlier')}>
      <h3>{t('compare.earlier')}</h3>
      {rows.length > 0 && <SecondRate />}
      {list.isSuccess && rows.length === 0 && <p className="quiet">{t('compare.none')}</p>}
      <ul className="earlier-list">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="conversation-open"
              aria-current={row.id === openId ? 'true' : undefined}
              onClick={() => onOpen(row.id)}
            >
              <span className="conversation-name">{row.opening}</span>{' '}
              <span className="quiet" data-explain="conversation-cost">
                {exactTime(row.createdAt, i18n.language)} · {row.models.join(', ')} ·{' '}
                <MoneyText ticks={row.spent.ticks} atLeast={!row.spent.complete} />{' '}
                <SecondAmount ticks={row.spent.ticks} atLeast={!row.spent.complete} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>{t('compare.more')}</Button>}
    </section>
  )
}
