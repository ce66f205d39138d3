import { resolveModel } from '../../shared/catalog/alias.ts'
import { entryDifferences } from '../../shared/catalog/entry-differences.ts'
import type { ParsedList } from '../../shared/catalog/entry-list.ts'
import { parseLanguageModels } from '../../shared/catalog/language-model.ts'
import type { LanguageModel, ListedModel } from '../../shared/catalog/model.ts'
import { parseModelList } from '../../shared/catalog/model-list.ts'
import type { Catalog, FieldDifference, SingleModel } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { withinLength } from './catalog-lists.ts'
import { pathSegment } from './path-segment.ts'
import { type Clock, ServiceFailure, type Target, type Wire } from './ports.ts'

export type SingleModelPorts = {
  wire: Wire
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  clock: Clock
}

export type SingleModelService = {
  /** Asks the server for one model by id or alias; that it refuses is part of the result. Changes nothing here. */
  refreshModel(name: string): Promise<SingleModel>
}

type Answer<M> = Extract<SingleModel['language'], { kind: 'failed' }> | Found<M>
type Found<M> = { kind: 'found'; model: M; problems: ParsedList<M>['problems'] }

/**
 * What `/v1/language-models/{name}` and `/v1/models/{name}` say now (reference 2.1, 2.2), and where that is something
 * else than the list said.
 */
export function createSingleModel({
  wire,
  connection,
  catalog,
  clock,
}: SingleModelPorts): SingleModelService {
  return {
    async refreshModel(name) {
      const target = await connection.target()
      const [language, listed] = await Promise.all([
        ask(wire, target, 'language-models', name, parseLanguageModels),
        ask(wire, target, 'models', name, parseModelList),
      ])
      const { models } = await catalog.read()
      const entry = listEntry(models, name, language)
      return {
        name,
        host: new URL(target.baseUrl).host,
        demo: target.demo,
        readAt: clock.now(),
        language,
        listed,
        comparedWith: entry?.id ?? null,
        differences: entry === null ? [] : differencesFrom(entry, language, listed, name),
      }
    },
  }
}

async function ask<M extends { id: string; raw: unknown }>(
  wire: Wire,
  target: Target,
  list: string,
  name: string,
  parse: (body: unknown) => ParsedList<M>,
): Promise<Answer<M>> {
  const segment = pathSegment(name)
  // Segmind has no such address (reference 9).
  if (target.kind === 'segmind') return { kind: 'failed', failure: failureOf('route-not-found') }
  // No server was asked, but it could not have had such a model either.
  if (segment === null) return { kind: 'failed', failure: failureOf('model-not-found') }
  try {
    const { status, body, headers } = await wire.json(target, {
      path: `/v1/${list}/${segment}`,
      method: 'GET',
    })
    const { models, problems } = withinLength(list, parse(body))
    const [model] = models
    if (model !== undefined && models.length === 1) return { kind: 'found', model, problems }
    const details = { status, requestId: headers.requestId }
    return { kind: 'failed', failure: failureOf('malformed-answer', details) }
  } catch (error) {
    if (error instanceof ServiceFailure) return { kind: 'failed', failure: error.failure }
    throw error
  }
}

/** By the name that was asked for, else by the id in the answer: a server may know aliases that its list leaves out. */
function listEntry(
  models: readonly LanguageModel[],
  name: string,
  language: Answer<LanguageModel>,
): LanguageModel | null {
  const byName = resolveModel(name, models)
  if (byName.kind !== 'unknown') return byName.model
  return (language.kind === 'found' && models.find(({ id }) => id === language.model.id)) || null
}

function differencesFrom(
  entry: LanguageModel,
  language: Answer<LanguageModel>,
  listed: Answer<ListedModel>,
  name: string,
): FieldDifference[] {
  return [
    ...(language.kind === 'found'
      ? entryDifferences('language-models', entry.raw, language.model.raw, name)
      : []),
    ...(listed.kind === 'found' && entry.rawModel !== null
      ? entryDifferences('models', entry.rawModel, listed.model.raw, name)
      : []),
  ]
}
