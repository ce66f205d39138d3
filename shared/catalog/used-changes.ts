import { type Named, resolveModel } from './alias.ts'
import type { CatalogChanges } from './changes-schema.ts'

/**
 * The part of the changes that touches somebody who has used these names (ids or aliases): names of theirs that came,
 * went or moved, and prices of the models that their names stood or stand for. `null` when nothing does.
 */
export function changesOfUsed(
  changes: CatalogChanges,
  names: readonly string[],
  before: readonly Named[],
  after: readonly Named[],
): CatalogChanges | null {
  const used = new Set(names)
  const ids = new Set([...used, ...idsOf(names, before), ...idsOf(names, after)])
  const touched: CatalogChanges = {
    modelsAdded: changes.modelsAdded.filter(({ id }) => used.has(id)),
    modelsRemoved: changes.modelsRemoved.filter(({ id }) => ids.has(id)),
    aliasesMoved: changes.aliasesMoved.filter(({ alias }) => used.has(alias)),
    aliasesAdded: changes.aliasesAdded.filter(({ alias }) => used.has(alias)),
    aliasesRemoved: changes.aliasesRemoved.filter(({ alias }) => used.has(alias)),
    pricesChanged: changes.pricesChanged.filter(({ id }) => ids.has(id)),
    thresholdsChanged: changes.thresholdsChanged.filter(({ id }) => ids.has(id)),
  }
  return Object.values(touched).every((list) => list.length === 0) ? null : touched
}

function idsOf(names: readonly string[], models: readonly Named[]): string[] {
  return names.flatMap((name) => {
    const found = resolveModel(name, models)
    return found.kind === 'unknown' ? [] : [found.model.id]
  })
}
