import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ImageModel, LanguageModel, Problem } from '../../shared/catalog/model.ts'
import type { CatalogStore, StoredCatalog } from '../services/ports.ts'
import { fromExactJson, toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

const Row = z.object({ read_at: Whole, lists: z.string() })
const Lists = z.object({
  keyMark: z.string().nullable().default(null),
  models: z.array(z.unknown()),
  imageModels: z.array(z.unknown()),
  problems: z.array(Problem),
})
const Named = z.object({ id: z.string() })

const SAVE = 'INSERT OR REPLACE INTO catalog (origin, read_at, lists) VALUES (?, ?, ?)'

/** The last good list of each origin. An entry that today's schema refuses becomes a problem; the rest is kept. */
export function createCatalogStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'catalog'; id: string }) => void,
): CatalogStore {
  const sql = createStatements(database)
  return {
    load: (origin) =>
      guard(() => {
        const row = sql('SELECT read_at, lists FROM catalog WHERE origin = ?').get(origin)
        if (!row) return null
        const stored = readCatalog(row)
        if (stored === null) onUnreadableRow({ table: 'catalog', id: origin })
        return stored
      }),
    save: (origin, { readAt, ...lists }) =>
      guard(() => {
        sql(SAVE).run(origin, Math.round(readAt), toExactJson(lists))
      }),
  }
}

function readCatalog(raw: unknown): StoredCatalog | null {
  const row = Row.safeParse(raw)
  const lists = row.success ? Lists.safeParse(jsonOrNull(row.data.lists)) : null
  if (!row.success || !lists?.success) return null
  const models = readEntries(LanguageModel, lists.data.models, 'language-models')
  const imageModels = readEntries(ImageModel, lists.data.imageModels, 'image-generation-models')
  return {
    readAt: row.data.read_at,
    keyMark: lists.data.keyMark,
    models: models.good,
    imageModels: imageModels.good,
    problems: [...lists.data.problems, ...models.problems, ...imageModels.problems],
  }
}

function readEntries<T>(schema: z.ZodType<T>, entries: readonly unknown[], list: string) {
  const good: T[] = []
  const problems: Problem[] = []
  for (const [index, entry] of entries.entries()) {
    const parsed = schema.safeParse(entry)
    if (parsed.success) good.push(parsed.data)
    else problems.push({ list, index, id: idOf(entry), reason: 'The entry kept on disk is not readable.' })
  }
  return { good, problems }
}

function idOf(entry: unknown): string | null {
  return Named.safeParse(entry).data?.id ?? null
}

function jsonOrNull(text: string): unknown {
  try {
    return fromExactJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
