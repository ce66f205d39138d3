import { parseImageModels } from '../../shared/catalog/image-model.ts'
import { parseLanguageModels } from '../../shared/catalog/language-model.ts'
import type { Problem } from '../../shared/catalog/model.ts'
import { joinModelList, parseModelList } from '../../shared/catalog/model-list.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure, type StoredCatalog, type Target, type Wire, type WireAnswer } from './ports.ts'

/** An entry takes about one kB; one far beyond that is not shown, so that the page is never handed megabytes of it. */
const MAX_ENTRY_LENGTH = 256_000

type Lists = Omit<StoredCatalog, 'readAt' | 'keyMark'>
type Reading = { ok: true; lists: Lists } | { ok: false; failure: Failure }
type Answered = { ok: true; answer: WireAnswer } | { ok: false; failure: Failure }
type Parsed<M> = { models: M[]; problems: Problem[] }

/**
 * Reads the three lists of one server side by side (reference 2). Only the language models are essential: that another
 * list could not be read is told as a problem, and what it alone knows stays unknown. An empty list is a list.
 */
export async function readLists(wire: Wire, target: Target): Promise<Reading> {
  const [language, listed, images] = await Promise.all([
    ask(wire, target, 'language-models'),
    ask(wire, target, 'models'),
    ask(wire, target, 'image-generation-models'),
  ])
  if (!language.ok) return language
  const { status, body, headers } = language.answer
  const parsed = withinLength('language-models', parseLanguageModels(body))
  if (parsed.models.length === 0 && parsed.problems.some(({ index, id }) => index === null && id === null)) {
    return { ok: false, failure: failureOf('malformed-answer', { status, requestId: headers.requestId }) }
  }
  const more = parsedOr('models', listed, parseModelList)
  const image = parsedOr('image-generation-models', images, parseImageModels)
  const lists = {
    models: joinModelList(parsed.models, more.models),
    imageModels: image.models,
    problems: [...parsed.problems, ...more.problems, ...image.problems],
  }
  return { ok: true, lists }
}

async function ask(wire: Wire, target: Target, list: string): Promise<Answered> {
  try {
    return { ok: true, answer: await wire.json(target, { path: `/v1/${list}`, method: 'GET' }) }
  } catch (error) {
    if (error instanceof ServiceFailure) return { ok: false, failure: error.failure }
    throw error
  }
}

function parsedOr<M extends { id: string; raw: unknown }>(
  list: string,
  answered: Answered,
  parse: (body: unknown) => Parsed<M>,
): Parsed<M> {
  if (answered.ok) return withinLength(list, parse(answered.answer.body))
  const { code, status } = answered.failure
  const reason = `the list could not be read: ${code}${status === null ? '' : ` (HTTP ${status})`}`
  return { models: [], problems: [{ list, index: null, id: null, reason }] }
}

/** Without the entries whose JSON is too long to keep; each is a problem of `list` instead. */
export function withinLength<M extends { id: string; raw: unknown }>(
  list: string,
  parsed: Parsed<M>,
): Parsed<M> {
  const tooLong = new Set(
    parsed.models.filter(({ raw }) => JSON.stringify(raw).length > MAX_ENTRY_LENGTH).map(({ id }) => id),
  )
  if (tooLong.size === 0) return parsed
  const reason = `the entry is longer than ${MAX_ENTRY_LENGTH} characters`
  const problems = [...tooLong].map((id) => ({ list, index: null, id, reason }))
  return {
    models: parsed.models.filter(({ id }) => !tooLong.has(id)),
    problems: [...parsed.problems, ...problems],
  }
}
