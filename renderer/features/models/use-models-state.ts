import { useCallback, useMemo } from 'react'
import { type CatalogView, PRICE_COLUMNS } from '../../../shared/catalog/catalog-view.ts'
import { fromQuery, toQuery } from '../../../shared/catalog/view-query.ts'
import { useAddressState } from '../../app/use-address-state.ts'

const tabs = ['language', 'images', 'changes'] as const
type ModelsTab = (typeof tabs)[number]
/** The tabs that list models. */
export type ModelKind = Exclude<ModelsTab, 'changes'>

/** Every name that a view can have in the address. */
const viewNames = ['q', 'in', 'out', ...PRICE_COLUMNS, 'context', 'usable', 'reasoning', 'images', 'sort']
/** A comparison takes no more. */
export const MOST_PICKED = 8

type ModelsState = {
  tab: ModelsTab
  opened: string | null
  view: CatalogView
  /** The sort as it stands in the address, for a table with columns of its own. */
  sortParam: string | null
  picked: ReadonlySet<string>
  setTab: (tab: ModelsTab) => void
  setView: (view: CatalogView, options?: { replace?: boolean }) => void
  setSortParam: (sort: string) => void
  open: (id: string) => void
  close: () => void
  pick: (id: string, picked: boolean) => void
  dropPicked: () => void
}

/** What the Models view keeps in its address, so that Back undoes it and a restart of the view brings it back. */
export function useModelsState(): ModelsState {
  const { state, change } = useAddressState()
  const viewText = useMemo(() => textOf(state), [state])
  const view = useMemo(() => fromQuery(new URLSearchParams(viewText)), [viewText])
  const pickedText = state.get('pick') ?? ''
  const picked = useMemo(() => new Set(pickedText.split(',').filter((id) => id !== '')), [pickedText])
  return {
    tab: tabs.find((tab) => tab === state.get('kind')) ?? 'language',
    opened: state.get('model'),
    view,
    sortParam: state.get('sort'),
    picked,
    setTab: useCallback(
      (tab) => change({ ...cleared, pick: null, model: null, kind: tab === 'language' ? null : tab }),
      [change],
    ),
    setView: useCallback(
      (view, options) => change({ ...cleared, ...Object.fromEntries(toQuery(view)) }, options),
      [change],
    ),
    setSortParam: useCallback((sort) => change({ sort }), [change]),
    open: useCallback((id) => change({ model: id }), [change]),
    close: useCallback(() => change({ model: null }), [change]),
    pick: useCallback(
      (id, on) => {
        const others = [...picked].filter((one) => one !== id)
        change({ pick: (on ? [...others, id] : others).join(',') }, { replace: true })
      },
      [change, picked],
    ),
    dropPicked: useCallback(() => change({ pick: null }), [change]),
  }
}

/** The part of the address that is the view: opening a row must not filter thousands of rows again. */
function textOf(state: URLSearchParams): string {
  return new URLSearchParams([...state].filter(([name]) => viewNames.includes(name))).toString()
}

const cleared: Record<string, null> = Object.fromEntries(viewNames.map((name) => [name, null]))
