import { type Complain, MAX_NAME_LENGTH, nameOf } from './entry-reader.ts'
import { describeValue, fieldOf, isEntry, type JsonEntry } from './json-entry.ts'
import type { Problem } from './model.ts'

/** The service lists a few dozen; a list far beyond that is cut, with a problem that says so. */
const MAX_ENTRIES = 10_000
/** Problems told for one list. */
const MAX_PROBLEMS = 1_000

export type ParsedList<M> = { models: M[]; problems: Problem[] }

/** Makes one model of an entry whose id was readable. What is wrong with single fields goes to `complain`. */
type ReadModel<M> = (id: string, entry: JsonEntry, complain: Complain) => M

/**
 * Reads a list of models from an answer of any era: `{models: […]}`, `{data: […]}`, a bare list, or one bare object
 * (reference 2). An entry without a usable id, or with an id seen before, becomes a problem and the rest is kept.
 * Never throws, whatever the body is.
 */
export function parseEntries<M>(list: string, body: unknown, read: ReadModel<M>): ParsedList<M> {
  const models: M[] = []
  const problems: Problem[] = []
  const report = (index: number | null, id: string | null, reason: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ list, index, id, reason })
  }
  const entries = entriesOf(body)
  if (entries === null) report(null, null, `expected a list of models, found ${describeValue(body)}`)
  if (entries !== null && entries.length > MAX_ENTRIES)
    report(null, null, `only the first ${MAX_ENTRIES} of ${entries.length} entries were read`)

  const seen = new Set<string>()
  entries?.slice(0, MAX_ENTRIES).forEach((entry, index) => {
    const id = isEntry(entry) ? idOf(entry) : null
    if (!isEntry(entry)) report(index, null, `expected an object, found ${describeValue(entry)}`)
    else if (id === null) report(index, null, idReason(entry))
    else if (seen.has(id)) report(index, id, 'this id is in the list twice; the first entry is kept')
    else {
      seen.add(id)
      models.push(read(id, entry, (reason) => report(index, id, reason)))
    }
  })
  return { models, problems }
}

function entriesOf(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return Array.from<unknown>(body)
  if (!isEntry(body)) return null
  for (const wrapper of ['models', 'data']) {
    const inside = fieldOf(body, wrapper)
    if (Array.isArray(inside)) return Array.from<unknown>(inside)
  }
  return fieldOf(body, 'id') === undefined ? null : [body]
}

function idOf(entry: JsonEntry): string | null {
  const id = nameOf(fieldOf(entry, 'id'))
  return id === null || id.trim() === '' ? null : id
}

function idReason(entry: JsonEntry): string {
  return `id: expected text of 1 to ${MAX_NAME_LENGTH} characters, found ${describeValue(fieldOf(entry, 'id'))}`
}
