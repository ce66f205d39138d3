import { writeNames } from '../../../shared/compare/name-list.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { workloadTexts } from '../../../shared/compare/workload-address.ts'
import type { CompareState } from './use-compare-state.ts'

/** The address that brings exactly this state back, every number of the workload written out. */
export function linkOf(state: CompareState, workload: Workload): string {
  const { names, references, period, variable, pair } = state
  const [a, b] = pair
  const search = new URLSearchParams({
    models: writeNames(names),
    ...(references.length > 0 ? { references: writeNames(references) } : {}),
    ...workloadTexts(workload),
    period,
    by: variable,
    ...(a === null ? {} : { a }),
    ...(b === null ? {} : { b }),
  })
  return `${window.location.href.replace(/#.*$/, '')}#/compare?${search}`
}
