import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRpc } from '../../rpc.ts'
import { conversationAddress } from '../desktop/registry.ts'
import { navigate } from '../hash-location.ts'
import type { Command } from './command.ts'

/** As many as stand in the palette while nothing is typed: the ones used last. */
const RECENT = 8
/** As many as are found in titles and messages by what is typed. */
const FOUND = 20
const SHORTEST_SEARCH = 2

/** The recent conversations, and with something typed those that hold it anywhere. */
export function useConversationCommands(typed: string): Command[] {
  const { t } = useTranslation('palette')
  const recent = useRecent()
  const hits = useHits(typed)
  return useMemo(() => {
    const command = (id: string, name: string, words: string): Command => ({
      id: `conversation-${id}`,
      group: 'conversations',
      name: name.trim() === '' ? t('untitled') : name.trim().slice(0, 120),
      words,
      hint: '',
      run: () => navigate(conversationAddress(id)),
    })
    const known = new Map(
      recent.map(({ id, title, opening }) => [id, command(id, title ?? opening ?? '', '')]),
    )
    for (const { conversationId: id, title, opening, snippet } of hits) {
      // Found in a message by the database: what was typed need not stand in its name.
      known.set(id, command(id, title ?? opening ?? '', `${snippet.text} ${typed}`))
    }
    return [...known.values()]
  }, [t, recent, hits, typed])
}

const NONE: never[] = []

function useRecent() {
  const { query } = useRpc()
  const input = { cursor: null, limit: RECENT }
  const { data } = useQuery(query.conversations.list.queryOptions({ input, staleTime: 0 }))
  return data?.rows ?? NONE
}

function useHits(typed: string) {
  const { query } = useRpc()
  const wanted = typed.trim()
  const { data } = useQuery(
    query.conversations.search.queryOptions({
      input: { query: wanted.slice(0, 500), cursor: null, limit: FOUND },
      enabled: wanted.length >= SHORTEST_SEARCH,
      placeholderData: keepPreviousData,
    }),
  )
  return wanted.length >= SHORTEST_SEARCH ? (data?.hits ?? NONE) : NONE
}
