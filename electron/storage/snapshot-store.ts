import type { DatabaseSync } from 'node:sqlite'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { TokenPrices } from '../../shared/catalog/model.ts'
import type { PricePoint, SnapshotRow, SnapshotStore, StoredCatalog } from '../services/ports.ts'
import { fromExactJson, toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements, Whole } from './statements.ts'
import { listsText, readListsText } from './stored-lists.ts'
import { thinPrices, thinSnapshots } from './thin-snapshots.ts'
import { inTransaction } from './transaction.ts'

type OnUnreadableRow = (row: { table: 'catalog_snapshot' | 'catalog_price'; id: string }) => void

/** A broken or hostile file must not fill the memory: lists are read from answers of at most 20 MB. */
const MAX_LISTS_BYTES = 512 * 1024 * 1024

const LIST = `
  SELECT id, key_mark, read_at, models, image_models, language_digest, listed_digest, image_digest
  FROM catalog_snapshot WHERE origin = ? ORDER BY id DESC LIMIT 1000`
const LOAD = 'SELECT read_at, lists FROM catalog_snapshot WHERE origin = ? AND id = ?'
const ADD = `
  INSERT INTO catalog_snapshot (
    origin, key_mark, read_at, models, image_models, language_digest, listed_digest, image_digest, lists
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
const ADD_PRICE = 'INSERT INTO catalog_price (origin, model, read_at, prices) VALUES (?, ?, ?, ?)'
const LATEST_PRICES = `
  SELECT model, prices, read_at FROM catalog_price WHERE sequence IN (
    SELECT max(sequence) FROM catalog_price WHERE origin = ? GROUP BY model
  )`
const HISTORY = `
  SELECT model, prices, read_at FROM (
    SELECT * FROM catalog_price WHERE origin = ? AND model = ? ORDER BY sequence DESC LIMIT 10000
  ) ORDER BY sequence`

const ListedRow = z
  .object({
    id: Whole,
    key_mark: z.string().nullable(),
    read_at: Whole,
    models: Whole,
    image_models: Whole.nullable(),
    language_digest: z.string(),
    listed_digest: z.string().nullable(),
    image_digest: z.string().nullable(),
  })
  .transform(
    (row): SnapshotRow => ({
      id: row.id,
      keyMark: row.key_mark,
      readAt: row.read_at,
      models: row.models,
      imageModels: row.image_models,
      digests: { language: row.language_digest, listed: row.listed_digest, images: row.image_digest },
    }),
  )
const ListsRow = z.object({ read_at: Whole, lists: z.instanceof(Uint8Array) })
const PriceRow = z.object({ model: z.string(), read_at: Whole, prices: z.string().nullable() })

/** Snapshots and price points; see `SnapshotStore`. What no longer parses is reported and left out. */
export function createSnapshotStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: OnUnreadableRow,
): SnapshotStore {
  const sql = createStatements(database)
  const points = (rows: readonly unknown[]) => rows.flatMap((row) => readPoint(row, onUnreadableRow))
  return {
    list: (origin) =>
      guard(() =>
        sql(LIST)
          .all(origin)
          .flatMap((row) => ListedRow.safeParse(row).data ?? []),
      ),
    load: (origin, id) =>
      guard(() => {
        const row = sql(LOAD).get(origin, id)
        if (!row) return null
        const stored = readSnapshot(row)
        if (stored === null) onUnreadableRow({ table: 'catalog_snapshot', id: String(id) })
        return stored
      }),
    add: (origin, catalog, digests, prices) =>
      guard(() =>
        inTransaction(database, () => {
          const { keyMark, models, imageModels } = catalog
          const readAt = Math.round(catalog.readAt)
          const { language, listed, images } = digests
          const counts = [models.length, images === null ? null : imageModels.length]
          const lists = deflateRawSync(listsText(catalog))
          sql(ADD).run(origin, keyMark, readAt, ...counts, language, listed, images, lists)
          for (const point of prices) addPrice(sql, origin, readAt, point)
          thinSnapshots(sql, origin)
          thinPrices(sql)
        }),
      ),
    latestPrices: (origin) =>
      guard(() => points(sql(LATEST_PRICES).all(origin)).map(({ model, prices }) => ({ model, prices }))),
    priceHistory: (origin, model) =>
      guard(() => points(sql(HISTORY).all(origin, model)).map(({ readAt, prices }) => ({ readAt, prices }))),
  }
}

function addPrice(sql: Statements, origin: string, readAt: number, { model, prices }: PricePoint): void {
  sql(ADD_PRICE).run(origin, model, readAt, prices === null ? null : toExactJson(prices))
}

function readSnapshot(raw: unknown): StoredCatalog | null {
  const row = ListsRow.safeParse(raw)
  if (!row.success) return null
  const text = inflated(row.data.lists)
  return text === null ? null : readListsText(row.data.read_at, text)
}

function inflated(lists: Uint8Array): string | null {
  try {
    return inflateRawSync(lists, { maxOutputLength: MAX_LISTS_BYTES }).toString('utf8')
  } catch (error) {
    // Whatever zlib says of it, the row is not readable.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function readPoint(raw: unknown, onUnreadableRow: OnUnreadableRow): (PricePoint & { readAt: number })[] {
  const row = PriceRow.safeParse(raw)
  const prices = row.success && row.data.prices !== null ? readPrices(row.data.prices) : null
  if (row.success && (prices !== null || row.data.prices === null)) {
    return [{ model: row.data.model, readAt: row.data.read_at, prices }]
  }
  onUnreadableRow({ table: 'catalog_price', id: row.data?.model ?? '' })
  return []
}

function readPrices(text: string): TokenPrices | null {
  try {
    return TokenPrices.safeParse(fromExactJson(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
