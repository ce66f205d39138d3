import type { Named } from '../catalog/alias.ts'
import { nearModels } from '../catalog/near-models.ts'

/**
 * Names to offer while one is typed: those that hold the text, in the order of the list, ids before aliases; when none
 * does, the names of near models. Names in `taken` are left out. At most `limit`.
 */
export function nameSuggestions(
  text: string,
  models: readonly Named[],
  taken: readonly string[],
  limit: number,
): string[] {
  const wanted = text.trim().toLowerCase()
  const names = [...models.map(({ id }) => id), ...models.flatMap(({ aliases }) => aliases)]
  const holding = [...new Set(names)].filter(
    (name) => name.toLowerCase().includes(wanted) && !taken.includes(name),
  )
  const found = holding.length > 0 ? holding : nearModels(text, models, limit).map(({ name }) => name)
  return found.filter((name) => !taken.includes(name)).slice(0, limit)
}
