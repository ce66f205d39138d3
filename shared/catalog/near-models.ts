import type { Named } from './alias.ts'
import { editDistance } from './edit-distance.ts'

/** A name that exists, and the model that it stands for. */
export type NearModel<M extends Named> = { name: string; model: M }

/** Longer names are not typing mistakes, and comparing them costs too much. */
const MAX_LENGTH = 100

/**
 * Names of models like the one that was typed, nearest first and at most `limit`, one for each model: names that
 * hold it, or that it holds, then names a few typing mistakes away. Case is ignored.
 */
export function nearModels<M extends Named>(name: string, models: readonly M[], limit = 3): NearModel<M>[] {
  const asked = name.trim().toLowerCase()
  if (asked === '' || asked.length > MAX_LENGTH) return []
  const nearest = models.flatMap((model) => {
    const names = [model.id, ...model.aliases].map((one) => ({ name: one, far: farness(asked, one) }))
    const best = names.reduce((a, b) => (b.far < a.far ? b : a))
    return Number.isFinite(best.far) ? [{ model, ...best }] : []
  })
  return nearest
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ name, model }) => ({ name, model }))
}

/** 0 for the same name, below 1 when one holds the other, else the number of edits; infinite when too many. */
function farness(asked: string, existing: string): number {
  const name = existing.toLowerCase()
  if (name.length > MAX_LENGTH) return Number.POSITIVE_INFINITY
  if (asked.length > 2 && name.includes(asked)) return 1 - asked.length / name.length
  if (name.length > 2 && asked.includes(name)) return 1 - name.length / asked.length
  const edits = editDistance(asked, name)
  return edits <= Math.max(2, asked.length / 3) ? edits : Number.POSITIVE_INFINITY
}
