import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/catalog/canonical-json.ts'
import type { Problem } from '../../shared/catalog/model.ts'
import type { ListDigests, StoredCatalog } from './ports.ts'

type Lists = Pick<StoredCatalog, 'models' | 'imageModels' | 'problems'>
type Entry = { id: string; raw: unknown }

/** One digest for each list of a reading: the same for readings that say the same, in whatever order. */
export function digestsOf({ models, imageModels, problems }: Lists): ListDigests {
  return {
    language: digestOf(models),
    listed: isUnread(problems, 'models')
      ? null
      : digestOf(models.map(({ id, rawModel }) => ({ id, raw: rawModel }))),
    images: isUnread(problems, 'image-generation-models') ? null : digestOf(imageModels),
  }
}

/** Whether a reading says something else, or has a list that could not be read before. */
export function saysMore(now: ListDigests, before: ListDigests): boolean {
  return (
    now.language !== before.language ||
    (now.listed !== null && now.listed !== before.listed) ||
    (now.images !== null && now.images !== before.images)
  )
}

/** Whether a list as a whole could not be read: what it alone knows is then unknown, not gone. */
export function isUnread(problems: readonly Problem[], list: 'models' | 'image-generation-models'): boolean {
  return problems.some((problem) => problem.list === list && problem.index === null && problem.id === null)
}

function digestOf(entries: readonly Entry[]): string {
  const hash = createHash('sha256')
  const byId = [...entries].sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const { raw } of byId) hash.update(`${canonicalJson(raw)}\n`)
  return hash.digest('hex')
}
