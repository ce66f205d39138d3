import { useCallback } from 'react'
import { useAddressState } from '../../app/use-address-state.ts'

export type ModelKind = 'language' | 'images'

type ModelsState = {
  kind: ModelKind
  selected: string | null
  sortParam: string | null
  setKind: (kind: ModelKind) => void
  setSort: (sort: string) => void
  open: (id: string) => void
  close: () => void
}

/** What the Models view keeps in its address, so that Back undoes it and a restart of the view brings it back. */
export function useModelsState(): ModelsState {
  const { state, change } = useAddressState()
  return {
    kind: state.get('kind') === 'images' ? 'images' : 'language',
    selected: state.get('model'),
    sortParam: state.get('sort'),
    setKind: useCallback(
      (kind) => change({ kind: kind === 'language' ? null : kind, sort: null, model: null }),
      [change],
    ),
    setSort: useCallback((sort) => change({ sort }, { replace: true }), [change]),
    open: useCallback((id) => change({ model: id }), [change]),
    close: useCallback(() => change({ model: null }), [change]),
  }
}
