import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import type { MenuContents } from '../../../shared/contract/desktop.ts'
import { useRpc } from '../../rpc.ts'
import { beforeGoing } from '../before-going.ts'
import { usePreferences } from '../use-preferences.ts'
import { viewPath } from '../views.ts'
import { conversationAddress } from './registry.ts'

export type Recent = MenuContents['recent']

const MOST = 8
const NONE: never[] = []

/** What was used last, newest first: conversations by the database, models and comparisons as they were opened. */
export function useRecent(): Recent {
  const { t } = useTranslation('desktop')
  const { query } = useRpc()
  const input = { cursor: null, limit: MOST }
  const rows = useQuery(query.conversations.list.queryOptions({ input, staleTime: 5_000 })).data?.rows ?? NONE
  const { preferences } = usePreferences()
  const { recentModels, recentComparisons } = preferences
  return useMemo(
    () => ({
      conversations: rows.map(({ id, title, opening }) => ({
        label: ((title ?? opening ?? '').trim() || t('untitled')).slice(0, 120),
        address: conversationAddress(id),
      })),
      models: recentModels.map((model) => ({ label: model, address: modelAddress(model) })),
      comparisons: recentComparisons.map((search) => ({
        label: comparisonLabel(search),
        address: `${viewPath('compare')}?${search}`,
      })),
    }),
    [rows, recentModels, recentComparisons, t],
  )
}

/** Notes which model is looked at and what is compared; to be used once. */
export function useNotedRecent(): void {
  const [path] = useLocation()
  const search = useSearch()
  const { preferences, known, change } = usePreferences()
  const { recentModels, recentComparisons } = preferences
  const state = new URLSearchParams(search)
  const model = path === viewPath('models') ? state.get('model') : null
  const compared = path === viewPath('compare') ? state.get('models') : null
  useEffect(() => {
    if (!known || model === null || model.length > 200 || recentModels[0] === model) return
    change({ recentModels: newest(recentModels, model, (one) => one === model) })
  }, [known, model, recentModels, change])
  useEffect(() => {
    if (!known || compared === null || compared === '' || search.length > 2000) return
    if (recentComparisons[0] === search) return
    // Another workload for the same models is the same comparison.
    const same = (one: string) => new URLSearchParams(one).get('models') === compared
    const note = () => change({ recentComparisons: newest(recentComparisons, search, same) })
    // A slider that moves changes the address many times.
    const timer = setTimeout(note, 800)
    const stay = beforeGoing(note)
    return () => {
      clearTimeout(timer)
      stay()
    }
  }, [known, compared, search, recentComparisons, change])
}

function newest(list: readonly string[], first: string, same: (one: string) => boolean): string[] {
  return [first, ...list.filter((one) => !same(one))].slice(0, MOST)
}

function modelAddress(model: string): string {
  return `${viewPath('models')}?model=${encodeURIComponent(model)}`
}

/** The models of a comparison by name. */
function comparisonLabel(search: string): string {
  return (new URLSearchParams(search).get('models') ?? '').split(',').join(', ').slice(0, 160)
}
