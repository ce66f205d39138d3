import { useCallback, useMemo } from 'react'
import { readNames, writeNames } from '../../../shared/compare/name-list.ts'
import { type Variable, variables } from '../../../shared/compare/variable.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { type Period, periods } from '../../../shared/compare/workload-cost.ts'
import { useAddressState } from '../../app/use-address-state.ts'
import { useWorkload } from './use-workload.ts'

export const MOST_MODELS = 8
export const MOST_REFERENCES = 4

export type CompareState = {
  /** Ids and aliases, as they were chosen. */
  names: string[]
  /** `vendor/model` names of reference columns. */
  references: string[]
  workload: Workload
  /** The span of time that the classes are shown for. */
  period: Period
  /** What is moved to find the break-even, and between whom; `null` where nobody was chosen. */
  variable: Variable
  pair: readonly [string | null, string | null]
  setNames: (names: readonly string[]) => void
  setReferences: (names: readonly string[]) => void
  setWorkload: (workload: Workload) => void
  setPeriod: (period: Period) => void
  setVariable: (variable: Variable) => void
  setPair: (first: string, second: string) => void
}

/** Everything that Compare shows lives in its address, so that Back undoes it and a link brings it back. */
export function useCompareState(): CompareState {
  const { state, change } = useAddressState()
  const { workload, setWorkload } = useWorkload(state, change)
  const models = state.get('models')
  const references = state.get('references')
  return {
    names: useMemo(() => readNames(models, MOST_MODELS), [models]),
    references: useMemo(() => readNames(references, MOST_REFERENCES), [references]),
    workload,
    period: periods.find((period) => period === state.get('period')) ?? 'month',
    variable: variables.find((variable) => variable === state.get('by')) ?? 'cached',
    pair: [state.get('a'), state.get('b')],
    setNames: useCallback((names) => change({ models: writeNames(names) }), [change]),
    setReferences: useCallback((names) => change({ references: writeNames(names) }), [change]),
    setWorkload,
    setPeriod: useCallback((period) => change({ period }, { replace: true }), [change]),
    setVariable: useCallback((by) => change({ by }, { replace: true }), [change]),
    setPair: useCallback((a, b) => change({ a, b }, { replace: true }), [change]),
  }
}
