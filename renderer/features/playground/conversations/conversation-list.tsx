import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { useFocusLeft } from '../../../ui/use-focus-left.ts'
import { allowFiles, dropImages } from '../given-files.ts'
import { ConversationLine } from './conversation-line.tsx'
import { SearchHits } from './search-hits.tsx'
import type { ConversationCommands } from './use-conversation-commands.ts'
import { useConversationList } from './use-conversation-list.ts'

type ConversationListProps = {
  openId: string | null
  onOpen: (conversationId: string, messageId?: string) => void
}

type ConversationsProps = ConversationListProps & { commands: ConversationCommands }

const ROW = 52
const FIRST_GUESS = { width: 240, height: 600 }

/** All conversations: search, and the list with what can be done with each. Ten thousand stay quick. */
export function ConversationList({ openId, onOpen, commands }: ConversationsProps): ReactNode {
  const { t } = useTranslation('playground')
  const [search, setSearch] = useState('')
  return (
    <aside
      className="conversations"
      aria-label={t('list.label')}
      onDragOver={allowFiles}
      onDrop={(event) => dropImages(event, commands.importDropped)}
    >
      <div className="conversations-head">
        <Button kind="primary" onClick={commands.create}>
          {t('newConversation')}
        </Button>
        <Button onClick={commands.importFile}>{t('list.import')}</Button>
      </div>
      <input
        type="search"
        className="conversations-search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <CommandOutcome commands={commands} />
      {search.trim() === '' ? (
        <Rows openId={openId} onOpen={onOpen} commands={commands} />
      ) : (
        <SearchHits search={search} onOpen={onOpen} />
      )}
    </aside>
  )
}

function Rows({ openId, onOpen, commands }: ConversationsProps): ReactNode {
  const { t } = useTranslation('playground')
  const { rows, loading, failure, more } = useConversationList()
  const scroll = useRef<HTMLElement>(null)
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    initialRect: FIRST_GUESS,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  const nearEnd = last >= rows.length - 10
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each place that is reached
  useEffect(() => {
    if (nearEnd) more()
  }, [nearEnd, rows.length])
  if (failure !== undefined) return <FailureNotice failure={failure} />
  if (loading) return <SkeletonLines lines={6} />
  return (
    <nav ref={scroll} className="conversations-scroll" aria-label={t('list.label')} tabIndex={-1}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <Place key={row.id} start={start} position={index + 1} count={rows.length}>
              <ConversationLine row={row} open={row.id === openId} onOpen={onOpen} commands={commands} />
            </Place>
          )
        })}
      </ul>
    </nav>
  )
}

type PlaceProps = { start: number; position: number; count: number; children: ReactNode }

/** One line at its height. A line that goes with the focus, as one that is deleted does, leaves it to the list. */
function Place({ start, position, count, children }: PlaceProps): ReactNode {
  const line = useRef<HTMLLIElement>(null)
  useFocusLeft(line, (held) => {
    const list = held.closest('nav')
    return () => list
  })
  return (
    <li
      ref={line}
      style={{ transform: `translateY(${start}px)` }}
      aria-setsize={count}
      aria-posinset={position}
    >
      {children}
    </li>
  )
}

function CommandOutcome({ commands }: { commands: ConversationCommands }): ReactNode {
  const { t } = useTranslation('playground')
  const { outcome, undo } = commands
  return (
    <div role="status" className="list-outcome">
      {outcome.kind === 'removed' && (
        <>
          {t('list.removed')}{' '}
          <Button kind="plain" onClick={undo}>
            {t('undo')}
          </Button>
        </>
      )}
      {outcome.kind === 'saved' && t('saved', { name: outcome.fileName })}
      {outcome.kind === 'imported' && t('list.imported', { count: outcome.count })}
      {outcome.kind === 'dropped' && (
        <>
          {outcome.count > 0 && t('list.imported', { count: outcome.count })}
          {outcome.refused.map(({ name, why }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the list never changes
            <p key={at} className="warn">
              <bdi>{name}</bdi>: {t(`list.refused.${why}`)}
            </p>
          ))}
        </>
      )}
      {outcome.kind === 'refused' && <span className="warn">{t(`list.refused.${outcome.why}`)}</span>}
      {outcome.kind === 'failed' && <FailureNotice failure={outcome.failure} />}
    </div>
  )
}
