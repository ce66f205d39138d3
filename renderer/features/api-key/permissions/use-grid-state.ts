import { useCallback, useMemo, useRef } from 'react'
import { useAddressState } from '../../../app/use-address-state.ts'
import type { GridShow } from './grid-filter.ts'

/** The cell that the address names. `linked`: a link led here, so it takes the focus; a press already has it. */
export type GridMark = { endpoint: string | null; model: string | null; linked: boolean }

/** The grid's state in the address: `endpoint` and `model` of the marked cell, the filter text and what is shown. */
export function useGridState() {
  const { state, change } = useAddressState()
  const pressed = useRef<string | null>(null)
  const endpoint = state.get('endpoint')
  const model = state.get('model')
  const mark = useMemo<GridMark | null>(() => {
    if (endpoint === null && model === null) return null
    return { endpoint, model, linked: pressed.current !== `${endpoint} ${model}` }
  }, [endpoint, model])
  const setMark = useCallback(
    (endpoint: string | null, model: string) => {
      pressed.current = `${endpoint} ${model}`
      change({ endpoint, model }, { replace: true })
    },
    [change],
  )
  return {
    mark,
    find: state.get('find') ?? '',
    show: showOf(state.get('show')),
    setMark,
    setFind: (find: string) => change({ find }, { replace: true }),
    setShow: (show: GridShow) => change({ show: show === 'all' ? null : show }, { replace: true }),
    clearFilter: () => change({ find: null, show: null }, { replace: true }),
  }
}

export type GridState = ReturnType<typeof useGridState>

function showOf(text: string | null): GridShow {
  return text === 'usable' || text === 'refused' ? text : 'all'
}
