import { isPinned, type Named, withoutDate } from './alias.ts'
import type { Retirement } from './reference-fact.ts'
import { retirementOf } from './reference-facts.ts'

/** What is worth saying of a name. */
export type NameFlag =
  /** Models list it as an alias, but it is another model's id, which wins (reference 2.1). */
  | { kind: 'alias-is-an-id'; listedBy: string[] }
  /** Several models list the alias; it stands for the first of the list, `listedBy[0]`. */
  | { kind: 'listed-twice'; listedBy: string[] }
  /** The reference data has it as retired; `answeredBy` is the model that has it as an alias now, if one does. */
  | { kind: 'retired'; retirement: Retirement; answeredBy: string | null }
  /** `through` are the family's moving names, which all stand for the model `by`. */
  | { kind: 'superseded'; by: string; through: string[] }

export type NameState = {
  name: string
  kind: 'id' | 'alias'
  /** Id of the model that the name stands for, as `resolveModel` finds it. */
  id: string
  /** Whether the name has a date in it: it then always means the same model. The other names can be moved. */
  pinned: boolean
  flags: NameFlag[]
}

/** `created` is Unix seconds. */
type Listed = Named & { readonly created?: number | null }

/**
 * The state of every name of a list: ids in their order, then the aliases that are no ids in theirs. Takes time in
 * proportion to the list.
 */
export function nameStates(models: readonly Listed[]): NameState[] {
  const book = bookOf(models)
  const ids = [...book.ids.values()].map((model) => idState(model, book))
  const aliases = [...book.aliases].flatMap(([name, [first, ...others]]) => {
    if (first === undefined || book.ids.has(name)) return []
    return [aliasState(name, [first, ...others])]
  })
  return [...ids, ...aliases]
}

/** `aliases` has, for each alias, the ids of the models that list it, a model's own id left out. */
type Book = { ids: Map<string, Listed>; aliases: Map<string, string[]> }

function bookOf(models: readonly Listed[]): Book {
  const ids = new Map<string, Listed>()
  const aliases = new Map<string, string[]>()
  for (const model of models) if (!ids.has(model.id)) ids.set(model.id, model)
  for (const { id, aliases: listed } of ids.values()) {
    for (const alias of new Set(listed)) {
      if (alias === id) continue
      const by = aliases.get(alias)
      if (by === undefined) aliases.set(alias, [id])
      else by.push(id)
    }
  }
  return { ids, aliases }
}

function idState(model: Listed, book: Book): NameState {
  const name = model.id
  const listedBy = book.aliases.get(name) ?? []
  const flags: NameFlag[] = listedBy.length === 0 ? [] : [{ kind: 'alias-is-an-id', listedBy }]
  const superseded = supersededBy(model, book)
  if (superseded !== null) flags.push(superseded)
  return { name, kind: 'id', id: name, pinned: isPinned(name), flags: [...flags, ...retired(name, listedBy)] }
}

function aliasState(name: string, listedBy: [string, ...string[]]): NameState {
  const flags: NameFlag[] = listedBy.length === 1 ? [] : [{ kind: 'listed-twice', listedBy }]
  const [id] = listedBy
  return { name, kind: 'alias', id, pinned: isPinned(name), flags: [...flags, ...retired(name, listedBy)] }
}

function retired(name: string, listedBy: readonly string[]): NameFlag[] {
  const retirement = retirementOf(name)
  return retirement === null ? [] : [{ kind: 'retired', retirement, answeredBy: listedBy[0] ?? null }]
}

/**
 * The list itself says that a dated model was succeeded when the moving names of its family, which are its id without
 * the date, bare and with `-latest`, stand for another model: `grok-4` and `grok-4-latest` for `grok-4-0709`. It is
 * not said, and so not told, when
 * - the list has none of these names, or has one of them as an id of its own, or as this model's own alias;
 * - they stand for different models, or more than one model lists them;
 * - the other model is known to be the older one: then the date of this one is ahead of what is recommended.
 * No name is looked up that only looks similar: `grok-4-fast` is no successor of `grok-4-0709`.
 */
function supersededBy(model: Listed, book: Book): Extract<NameFlag, { kind: 'superseded' }> | null {
  const family = withoutDate(model.id)
  if (family === null) return null
  const names = [family, `${family}-latest`]
  if (names.some((name) => book.ids.has(name))) return null
  const through = names.filter((name) => book.aliases.has(name))
  const owners = new Set(through.flatMap((name) => book.aliases.get(name) ?? []))
  const [by] = owners
  if (by === undefined || owners.size > 1 || by === model.id) return null
  return isOlder(book.ids.get(by), model) ? null : { kind: 'superseded', by, through }
}

function isOlder(one: Listed | undefined, other: Listed): boolean {
  const first = one?.created ?? null
  const second = other.created ?? null
  return first !== null && second !== null && first < second
}
