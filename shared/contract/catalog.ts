import { z } from 'zod'
import { CatalogChanges, ImageModelChanges } from '../catalog/changes-schema.ts'
import { ImageModel, LanguageModel, ListedModel, Problem, TokenPrices } from '../catalog/model.ts'
import { call, Failure } from './failure.ts'

/** The catalog as last read from the server in use, with where it comes from and how old it is. */
export const Catalog = z.strictObject({
  /** Host that gave the list. */
  host: z.string(),
  demo: z.boolean(),
  /**
   * `none`: nothing was ever read from this host. `disk`: the last good list, kept over a restart. `documentation`: the
   * service has no list, so this is what its documentation says; it was never read.
   */
  from: z.enum(['none', 'disk', 'server', 'documentation']),
  /** UTC ms when the list was read from the server; `null` when never. */
  readAt: z.number().nullable(),
  models: z.array(LanguageModel),
  imageModels: z.array(ImageModel),
  problems: z.array(Problem),
  /** Why the latest attempt to read the list failed; the models above are then older than that. */
  failure: Failure.nullable(),
})
export type Catalog = z.infer<typeof Catalog>

/** `current` is the list that `read` gives; a number is a stored snapshot. */
export const SnapshotRef = z.union([z.literal('current'), z.number().int().positive()])
export type SnapshotRef = z.infer<typeof SnapshotRef>

/** A stored reading of the lists. One is stored only when it differs from the last one that the same key read. */
export const Snapshot = z.strictObject({
  /** Grows with every snapshot; what `changes` takes. */
  id: z.number().int().positive(),
  /** `demo` for the demo, whose port is another one at each start. */
  host: z.string(),
  demo: z.boolean(),
  /** Another key read it: what it lacks may just not be allowed to that key (reference 2.1). */
  otherKey: z.boolean(),
  /** UTC ms when the server first answered this. */
  readAt: z.number(),
  /** How many models it listed; `null` when that list could not be read. */
  models: z.number().int().nonnegative(),
  imageModels: z.number().int().nonnegative().nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>

/** One side of a comparison. `readAt` is UTC ms. */
const Reading = z.strictObject({ snapshot: SnapshotRef, readAt: z.number() })

/** The changes from one reading to another. */
export const Comparison = z.strictObject({
  before: Reading,
  after: Reading,
  /** The two were read with different keys: models may seem added or removed only because of that. */
  differentKeys: z.boolean(),
  changes: CatalogChanges,
  /** `null` when one of the two readings could not read the list of image models. */
  imageChanges: ImageModelChanges.nullable(),
})
export type Comparison = z.infer<typeof Comparison>

/** What changed of the models that this person has used with this server, since they last dismissed such a notice. */
export const News = z.strictObject({
  /** The newest snapshot: what `dismissNews` takes. */
  id: z.number().int().positive(),
  before: Reading,
  after: Reading,
  /** Only what touches a name that was asked for, or a model that answered. */
  changes: CatalogChanges,
})
export type News = z.infer<typeof News>

/**
 * The language-model prices of one id over time, oldest first. A point stands where the prices became different, and
 * holds until the next point; `prices` is `null` from when the list no longer had the id. `until` is the UTC ms of the
 * last reading, `null` when there is none.
 */
export const PriceHistory = z.strictObject({
  id: z.string(),
  points: z.array(z.strictObject({ readAt: z.number(), prices: TokenPrices.nullable() })),
  until: z.number().nullable(),
})
export type PriceHistory = z.infer<typeof PriceHistory>

/** One of the two answers for a single model. `route-not-found` and `model-not-found` are what a 404 gives. */
function answerFor<M extends z.ZodType>(model: M) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('found'), model, problems: z.array(Problem) }),
    z.strictObject({ kind: z.literal('failed'), failure: Failure }),
  ])
}

/** A field in which the single answer says something else than the list. */
export const FieldDifference = z.strictObject({
  list: z.enum(['language-models', 'models']),
  /** The API's own name of the field, such as `prompt_text_token_price`. */
  field: z.string(),
  /** The two values as JSON text (untrusted, long ones cut); `null` when that side has no such field. */
  listed: z.string().nullable(),
  single: z.string().nullable(),
  /** `alias-echoed`: the single answer carries the alias that was asked for as its id, as it often does. */
  note: z.enum(['alias-echoed']).nullable(),
})
export type FieldDifference = z.infer<typeof FieldDifference>

/** What the server says of one model now, beside what the list said. */
export const SingleModel = z.strictObject({
  /** The id or alias that was asked for. */
  name: z.string(),
  host: z.string(),
  demo: z.boolean(),
  /** UTC ms when the server answered. */
  readAt: z.number(),
  /** Answer of `/v1/language-models/{name}`. */
  language: answerFor(LanguageModel),
  /** Answer of `/v1/models/{name}`. */
  listed: answerFor(ListedModel),
  /** Id of the entry in the current list that `differences` are from; `null` when the list has no such name. */
  comparedWith: z.string().nullable(),
  differences: z.array(FieldDifference),
})
export type SingleModel = z.infer<typeof SingleModel>

const Name = z.string().min(1).max(512)

export const catalog = {
  /** What is known now, at once, without asking the server. */
  read: call.output(Catalog),
  /** Asks the server. A failure to reach it is in `failure`; what was known stays. */
  refresh: call.output(Catalog),
  /** Asks the server for one model by id or alias. That it refuses is in the answer, not an error. */
  refreshModel: call.input(z.strictObject({ name: Name })).output(SingleModel),
  /** The stored readings of the server in use, newest first, at most 1,000. */
  snapshots: call.output(z.array(Snapshot)),
  /** Compares any two readings of the server in use. Fails with `not-found`. */
  changes: call.input(z.strictObject({ before: SnapshotRef, after: SnapshotRef })).output(Comparison),
  /** By exact id; an alias has no history of its own here. Empty `points` for an id that was never listed. */
  priceHistory: call.input(z.strictObject({ id: Name })).output(PriceHistory),
  /** `null` when nothing that was used has changed, or all of it was dismissed. */
  news: call.output(News.nullable()),
  /** Takes `News.id`, so that what came after it was shown stays news. Returns what is still news. */
  dismissNews: call.input(z.strictObject({ id: z.number().int().positive() })).output(News.nullable()),
}
