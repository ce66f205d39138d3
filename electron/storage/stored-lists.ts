import { z } from 'zod'
import { ImageModel, LanguageModel, Problem } from '../../shared/catalog/model.ts'
import type { StoredCatalog } from '../services/ports.ts'
import { fromExactJson, toExactJson } from './exact-json.ts'

const Lists = z.object({
  keyMark: z.string().nullable().default(null),
  models: z.array(z.unknown()),
  imageModels: z.array(z.unknown()),
  problems: z.array(Problem),
})
const Named = z.object({ id: z.string() })

/** The lists of one reading as exact JSON; when they were read stands in a column of its own. */
export function listsText({ readAt: _, ...lists }: StoredCatalog): string {
  return toExactJson(lists)
}

/** The inverse; `null` when it is not that. An entry that today's schema refuses becomes a problem, the rest is kept. */
export function readListsText(readAt: number, text: string): StoredCatalog | null {
  const lists = Lists.safeParse(jsonOrNull(text))
  if (!lists.success) return null
  const models = readEntries(LanguageModel, lists.data.models, 'language-models')
  const imageModels = readEntries(ImageModel, lists.data.imageModels, 'image-generation-models')
  return {
    readAt,
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
