import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerChart } from '../../../shared/ledger/chart-schema.ts'
import { LEDGER_STATES, TOKEN_CLASSES } from '../../../shared/ledger/ledger-kinds.ts'
import type { LedgerGrouping } from '../../../shared/ledger/ledger-query.ts'
import { useRpc } from '../../rpc.ts'
import { countText } from '../../ui/number-text.ts'

type Group = LedgerChart['groups'][number]
export type Names = {
  /** What a group of a chart is called. */
  group: (grouping: LedgerGrouping, group: Group) => string
  /** What one value of a filter or grouping is called; `''` = none. */
  value: (grouping: LedgerGrouping, key: string) => string
}

const MOST_CONVERSATIONS = 200
const SHOWN_ID = 8

/** Words for groups and filter values: ids as they are, conversations by their titles. */
export function useNames(): Names {
  const { t, i18n } = useTranslation('usage')
  const titles = useTitles()
  const value = useCallback(
    (grouping: LedgerGrouping, key: string): string => {
      switch (grouping) {
        case 'none':
          return t('groups.all')
        case 'token-class': {
          const name = TOKEN_CLASSES.find((one) => one === key)
          return name === undefined ? key : t(`classes.${name}`)
        }
        case 'state': {
          const state = LEDGER_STATES.find((one) => one === key)
          return state === undefined ? key : t(`states.${state}`)
        }
        case 'conversation':
          if (key === '') return t('groups.noConversation')
          return titles.get(key) ?? t('groups.conversation', { id: key.slice(0, SHOWN_ID) })
        case 'key':
          return key === '' ? t('groups.noKey') : key
        case 'model':
        case 'protocol':
        case 'connection':
          return key === '' ? t('groups.unnamed') : key
      }
    },
    [t, titles],
  )
  const group = useCallback(
    (grouping: LedgerGrouping, one: Group): string =>
      one.kind === 'rest'
        ? t('groups.rest', { count: one.groups, shown: countText(one.groups, i18n.language) })
        : value(grouping, one.key),
    [t, i18n.language, value],
  )
  return useMemo(() => ({ group, value }), [group, value])
}

/** Titles of the conversations used last, by id. */
function useTitles(): ReadonlyMap<string, string> {
  const { t } = useTranslation('usage')
  const { query } = useRpc()
  const { data } = useQuery(
    query.conversations.list.queryOptions({
      input: { cursor: null, limit: MOST_CONVERSATIONS },
      staleTime: 0,
    }),
  )
  return useMemo(
    () => new Map(data?.rows.map(({ id, title, opening }) => [id, title ?? opening ?? t('groups.untitled')])),
    [data, t],
  )
}
