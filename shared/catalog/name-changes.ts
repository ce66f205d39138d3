import type { Named } from './alias.ts'
import type { AliasOf, MovedAlias } from './changes-schema.ts'

export type AliasChanges = { aliasesMoved: MovedAlias[]; aliasesAdded: AliasOf[]; aliasesRemoved: AliasOf[] }

/**
 * Compares what every name stands for, resolved as in `alias.ts`. A retired id that became another model's alias has
 * moved as well: requests with it are served, and billed, by that model (reference 2.1, 8).
 */
export function compareNames(before: readonly Named[], after: readonly Named[]): AliasChanges {
  const then = idsByName(before)
  const now = idsByName(after)
  return {
    aliasesMoved: [...then].flatMap(([alias, from]) => {
      const to = now.get(alias)
      return to === undefined || to === from ? [] : [{ alias, from, to }]
    }),
    aliasesAdded: aliasesOnlyIn(now, then),
    aliasesRemoved: aliasesOnlyIn(then, now),
  }
}

/** Exact id first, then the first model that lists the alias: later entries of the map do not overwrite. */
function idsByName(models: readonly Named[]): Map<string, string> {
  const ids = new Map(models.map(({ id }) => [id, id]))
  for (const { id, aliases } of models) {
    for (const alias of aliases) if (!ids.has(alias)) ids.set(alias, id)
  }
  return ids
}

function aliasesOnlyIn(names: Map<string, string>, others: Map<string, string>): AliasOf[] {
  return [...names].flatMap(([alias, id]) => (alias === id || others.has(alias) ? [] : [{ alias, id }]))
}
