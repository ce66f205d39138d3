import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { News } from '../../../../shared/contract/catalog.ts'
import { useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { listText } from '../../../ui/list-text.ts'
import { exactTime } from '../../../ui/time-text.ts'
import { type DetailWords, useDetailWords } from '../use-detail-words.ts'
import './changes.css'
import { SentenceGap } from '../../../ui/sentence-gap.tsx'
import { useCatalogAge } from './use-catalog-age.ts'

/** Tells quietly that something changed which this person has used, until it is dismissed. */
export function NewsNotice({ readAt }: { readAt: number | null }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { query } = useRpc()
  const queries = useQueryClient()
  useCatalogAge(readAt)
  const news = useQuery(query.catalog.news.queryOptions())
  const dismiss = useMutation(
    query.catalog.dismissNews.mutationOptions({
      onSuccess: (left) => queries.setQueryData(query.catalog.news.queryKey(), left),
    }),
  )
  if (news.data === undefined || news.data === null) return null
  const { id, before, after } = news.data
  return (
    <section className="news-notice" aria-label={t('modelDetails:news.label')}>
      <p>
        {t('modelDetails:news.text', { when: exactTime(before.readAt, i18n.language) })}
        <SentenceGap />
        {t('modelDetails:news.list', { list: listText(newsWords(news.data, t), i18n.language) })}
      </p>
      <Link
        className="link-button"
        href={`/models?kind=changes&before=${before.snapshot}&after=${after.snapshot}`}
      >
        {t('modelDetails:news.look')}
      </Link>
      <Button kind="plain" inactive={dismiss.isPending} onClick={() => dismiss.mutate({ id })}>
        {t('modelDetails:news.dismiss')}
      </Button>
    </section>
  )
}

function newsWords({ changes }: News, t: DetailWords): string[] {
  const counts = {
    prices: changes.pricesChanged.length + changes.thresholdsChanged.length,
    moved: changes.aliasesMoved.length,
    added: changes.modelsAdded.length + changes.aliasesAdded.length,
    removed: changes.modelsRemoved.length + changes.aliasesRemoved.length,
  }
  const kinds = ['prices', 'moved', 'added', 'removed'] as const
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`modelDetails:news.${kind}`, { count: counts[kind] }))
}
