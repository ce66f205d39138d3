import { z } from 'zod'
import { type Statements, Whole } from './statements.ts'

/** Snapshots of one origin, and the bytes of them all. A reading of some dozen models takes a few kB. */
const MAX_SNAPSHOTS = 1_000
const MAX_BYTES = 64 * 1024 * 1024
/** Price points of all origins: far more than any real history, an end for a server that changes them at each request. */
const MAX_PRICES = 200_000

const SIZE = `
  SELECT count(*) AS snapshots, coalesce(sum(length(lists)), 0) AS bytes FROM catalog_snapshot WHERE origin = ?`
const THIN = `
  DELETE FROM catalog_snapshot WHERE id IN (
    SELECT id FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS total
      FROM catalog_snapshot WHERE origin = ?
    ) WHERE place % 2 = 0 AND place <= total / 2
  )`
const DROP_OLDEST = `
  DELETE FROM catalog_snapshot WHERE id = (SELECT min(id) FROM catalog_snapshot WHERE origin = ?)`
const DROP_PRICES = `
  DELETE FROM catalog_price WHERE sequence <= (SELECT max(sequence) FROM catalog_price) - ?`

const Size = z.object({ snapshots: Whole, bytes: Whole })

/**
 * Keeps one origin's snapshots within their limits. Of the older half every second one goes, so that the past stays in
 * view, only coarser; the first reading ever is kept as long as there is room for others. The newest always stays.
 */
export function thinSnapshots(sql: Statements, origin: string): void {
  for (;;) {
    const { snapshots, bytes } = Size.parse(sql(SIZE).get(origin))
    if (snapshots <= 1 || (snapshots <= MAX_SNAPSHOTS && bytes <= MAX_BYTES)) return
    const thinned = sql(THIN).run(origin)
    if (Number(thinned.changes) === 0) sql(DROP_OLDEST).run(origin)
  }
}

export function thinPrices(sql: Statements): void {
  sql(DROP_PRICES).run(MAX_PRICES)
}
