import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { UsedModels } from '../services/ports.ts'
import type { Guard } from './guard.ts'
import { createStatements } from './statements.ts'

const Row = z.object({ name: z.string() })

/** A name that was refused was not used. The demo's port is another one at each start, so there the host is no matter. */
const NAMES = `
  WITH here AS (
    SELECT asked_model, served_model FROM attempt
    WHERE demo = $demo AND (demo = 1 OR host = $host) AND state <> 'failed'
  )
  SELECT asked_model AS name FROM here
  UNION SELECT served_model FROM here WHERE served_model IS NOT NULL
  LIMIT 10000`

/** See `UsedModels`; from the attempts on record. */
export function createUsedModels(database: DatabaseSync, guard: Guard): UsedModels {
  const sql = createStatements(database)
  return {
    names: ({ host, demo }) =>
      guard(() =>
        sql(NAMES)
          .all({ host, demo: demo ? 1 : 0 })
          .flatMap((row) => Row.safeParse(row).data?.name ?? []),
      ),
  }
}
