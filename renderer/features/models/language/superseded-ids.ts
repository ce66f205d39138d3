import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { nameStates } from '../../../../shared/catalog/name-states.ts'

/** Models that the list itself says were succeeded, each with the id of the one that did; nothing is guessed. */
export function supersededIds(models: readonly LanguageModel[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { kind, id, flags } of nameStates(models)) {
    const flag = kind === 'id' ? flags.find((one) => one.kind === 'superseded') : undefined
    if (flag?.kind === 'superseded') found.set(id, flag.by)
  }
  return found
}
