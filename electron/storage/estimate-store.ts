import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { EstimateSample } from '../../shared/estimate/estimate-sample.ts'
import { TEXT_KINDS } from '../../shared/estimate/text-kind.ts'
import type { EstimateStore } from '../services/estimate-store.ts'
import type { Guard } from './guard.ts'
import { createStatements, type Statements, Whole } from './statements.ts'
import { inTransaction, withoutWaiting } from './transaction.ts'

/** More than learning looks at, so that a look back further is possible without asking for it all again. */
const KEPT_OF_EACH = 100

const Row = z.object({
  sequence: z.bigint(),
  model: z.string(),
  source: z.enum(['count', 'request']),
  kind: z.enum(TEXT_KINDS),
  raw: Whole,
  estimated: Whole,
  actual: Whole,
  at: Whole,
})

const LOAD = 'SELECT * FROM estimate_sample WHERE origin = ? ORDER BY model, sequence'
const NEWEST = `SELECT max(sequence) AS sequence FROM estimate_sample
  WHERE origin = ? AND model = ? AND source = ? AND kind = ?`
const ADD = `INSERT INTO estimate_sample (origin, model, source, kind, raw, estimated, actual, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const REPLACE = 'UPDATE estimate_sample SET raw = ?, estimated = ?, actual = ?, at = ? WHERE sequence = ?'
const THIN_OUT = `DELETE FROM estimate_sample WHERE sequence IN (
  SELECT sequence FROM estimate_sample WHERE origin = ? AND model = ? AND source = ? AND kind = ?
  ORDER BY sequence DESC LIMIT -1 OFFSET ${KEPT_OF_EACH})`

export function createEstimateStore(
  database: DatabaseSync,
  guard: Guard,
  onUnreadableRow: (row: { table: 'estimate_sample'; id: string }) => void,
): EstimateStore {
  const sql = createStatements(database)
  return {
    load: (origin) =>
      guard(() => {
        const models = new Map<string, EstimateSample[]>()
        for (const raw of sql(LOAD).all(origin)) {
          const row = Row.safeParse(raw)
          if (!row.success) {
            onUnreadableRow({ table: 'estimate_sample', id: String(raw['sequence']) })
            continue
          }
          const { model, sequence: _, ...sample } = row.data
          const samples = models.get(model) ?? []
          models.set(model, [...samples, sample])
        }
        return [...models].map(([model, samples]) => ({ model, samples }))
      }),
    add: (origin, model, sample, instead) =>
      // One comparison of many, at the end of each answer, which has waited for the disk twice already.
      guard(() =>
        withoutWaiting(database, () =>
          inTransaction(database, () => write(sql, [origin, model], sample, instead)),
        ),
      ),
  }
}

function write(
  sql: Statements,
  [origin, model]: readonly [string, string],
  sample: EstimateSample,
  instead: boolean,
): void {
  const { source, kind, raw, estimated, actual, at } = sample
  const newest = instead ? sql(NEWEST).get(origin, model, source, kind)?.['sequence'] : null
  if (typeof newest === 'bigint') {
    sql(REPLACE).run(raw, estimated, actual, Math.round(at), newest)
    return
  }
  sql(ADD).run(origin, model, source, kind, raw, estimated, actual, Math.round(at))
  sql(THIN_OUT).run(origin, model, source, kind)
}
