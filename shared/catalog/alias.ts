/** What name resolution needs to know of a model. */
export type Named = { readonly id: string; readonly aliases: readonly string[] }

/**
 * What a name stands for. `pinned`: the name has a date in it, so it always means the same model; other names can
 * be moved to a newer one. `alsoListedBy`: further models that claim the same alias, in the order of the list.
 */
export type Resolution<M extends Named> =
  | { kind: 'exact'; model: M; pinned: boolean }
  | { kind: 'alias'; model: M; pinned: boolean; alsoListedBy: M[] }
  | { kind: 'unknown'; name: string }

/**
 * The model that a name stands for: exact id first, then alias (reference 2.1); no name is ever built, because
 * `<id>-latest` often does not exist. White space around the name is ignored. Case counts, as it does for the API:
 * `nearModels` finds what was meant. Of several models with the same alias the first in the list is taken.
 */
export function resolveModel<M extends Named>(name: string, models: readonly M[]): Resolution<M> {
  const asked = name.trim()
  const pinned = isPinned(asked)
  const exact = models.find((model) => model.id === asked)
  if (exact !== undefined) return { kind: 'exact', model: exact, pinned }
  const [first, ...others] = models.filter((model) => model.aliases.includes(asked))
  if (first === undefined) return { kind: 'unknown', name }
  return { kind: 'alias', model: first, pinned, alsoListedBy: others }
}

/** Every name of the model that `name` stands for, its id first; only `name` itself when no model has it. */
export function allNames(name: string, models: readonly Named[]): string[] {
  const found = resolveModel(name, models)
  return found.kind === 'unknown' ? [name] : [found.model.id, ...found.model.aliases]
}

const DATED = /(?:^|-)(?:20\d\d-(\d\d)-(\d\d)|(?:20\d\d)?(\d\d)(\d\d))(?=-|$)/g
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a model name has a date as one of its parts: `-0709`, `-2024-08-13`, `-20240813`, `-0309-` inside. */
export function isPinned(name: string): boolean {
  return [...name.matchAll(DATED)].some(([, month, day, shortMonth, shortDay]) =>
    isDay(Number(month ?? shortMonth), Number(day ?? shortDay)),
  )
}

/** The name without its date: `grok-4` for `grok-4-0709`; `null` when it has no date, or is nothing but a date. */
export function withoutDate(name: string): string | null {
  if (!isPinned(name)) return null
  const bare = name.replaceAll(DATED, (date, month, day, shortMonth, shortDay) =>
    isDay(Number(month ?? shortMonth), Number(day ?? shortDay)) ? '' : date,
  )
  return bare === '' ? null : bare.replace(/^-/, '')
}

function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0)
}
