import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ConversationRow } from '../../../../shared/contract/conversation.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'

const PAGE = 100

/** The conversations in the order of the server, page by page, kept up to date by the list's own events. */
export function useConversationList(): {
  rows: readonly ConversationRow[]
  loading: boolean
  failure: ReturnType<typeof failureOfError> | undefined
  more: () => void
} {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const list = useInfiniteQuery(
    query.conversations.list.infiniteOptions({
      input: (cursor: string | null) => ({ cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      // Nobody listened while another view was open: an answer may have ended there.
      refetchOnMount: 'always',
    }),
  )
  useEffect(() => {
    const listening = new AbortController()
    const reread = debounced(() => queries.invalidateQueries({ queryKey: query.conversations.list.key() }))
    void listen(listening.signal)
    return () => listening.abort()
    async function listen(signal: AbortSignal) {
      try {
        for await (const _ of await client.conversations.events(undefined, { signal })) reread()
      } catch {
        // The list stays as it was; opening the view again listens anew.
      }
    }
  }, [client, queries, query])
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  return {
    rows,
    loading: list.isPending,
    failure: list.error === null ? undefined : failureOfError(list.error),
    more: () => {
      if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
    },
  }
}

const PAUSE_MS = 300

/** Many changes at once are one reading. */
function debounced(call: () => unknown): () => void {
  let waits = false
  return () => {
    if (waits) return
    waits = true
    setTimeout(() => {
      waits = false
      call()
    }, PAUSE_MS)
  }
}
