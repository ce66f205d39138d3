import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, Snippet } from '../../../../shared/contract/conversations.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'

const MOST_HITS = 100

type SearchHitsProps = { search: string; onOpen: (conversationId: string, messageId?: string) => void }

/** What was found in titles and in every message of every branch, newest first. */
export function SearchHits({ search, onOpen }: SearchHitsProps): ReactNode {
  const { t } = useTranslation('playground')
  const { query } = useRpc()
  const wanted = useDeferredValue(search)
  const { data, error } = useQuery({
    ...query.conversations.search.queryOptions({
      input: { query: wanted.slice(0, 500), cursor: null, limit: MOST_HITS },
    }),
    placeholderData: (before) => before,
  })
  if (error !== null) return <FailureNotice failure={failureOfError(error)} />
  if (data === undefined) return <SkeletonLines lines={4} />
  const more = data.next !== null
  return (
    <div className="conversations-scroll">
      <p role="status" className="quiet">
        {data.hits.length === 0
          ? t('list.nothing')
          : t(more ? 'list.hitsMore' : 'list.hits', { count: data.hits.length })}
      </p>
      <ul className="search-hits">
        {data.hits.map((hit) => (
          <li key={`${hit.conversationId} ${hit.messageId ?? 'title'}`}>
            <Hit hit={hit} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Hit({ hit, onOpen }: { hit: SearchHit; onOpen: SearchHitsProps['onOpen'] }): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <button
      type="button"
      className="conversation-open"
      onClick={() =>
        hit.messageId === null ? onOpen(hit.conversationId) : onOpen(hit.conversationId, hit.messageId)
      }
    >
      <span className="conversation-name">{hit.title ?? hit.opening ?? t('list.untitled')}</span>{' '}
      <span className="quiet">
        {hit.role !== null && `${t(`role.${hit.role}`)}: `}
        <Found snippet={hit.snippet} />
      </span>
    </button>
  )
}

/** The words around what was found, with what was found marked. */
function Found({ snippet: { text, ranges } }: { snippet: Snippet }): ReactNode {
  let from = 0
  const parts = ranges.map(({ start, end }) => {
    const before = text.slice(from, start)
    from = end
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    )
  })
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
